import { succeed, type Result } from "~/platform/result";
import { recognisePerson, type SignInCode, type SignInInput } from "./recognise-person.server";
import type { Role } from "./roles";
import { startSession } from "./sessions.server";

/**
 * Signs a person in and answers their role and the `Set-Cookie` header of the new session. The limits of
 * `recognisePerson` hold.
 * @param input.phone ten digits
 */
export async function signIn(
  input: SignInInput,
): Promise<Result<{ role: Role; cookie: string }, SignInCode>> {
  const person = await recognisePerson(input);
  if (!person.ok) return person;
  return succeed({ role: person.value.role, cookie: await startSession(person.value) });
}
