import { succeed, type Result } from "~/platform/result";
import { openSession, type Opened } from "./open-session.server";
import { recognisePerson, type SignInCode, type SignInInput } from "./recognise-person.server";
import type { Role } from "./roles";

/**
 * Signs a person in, an officer as far as the second step. The limits of `recognisePerson` hold.
 * @param input.phone ten digits
 */
export async function signIn(
  input: SignInInput,
): Promise<Result<{ role: Role; opened: Opened }, SignInCode>> {
  const person = await recognisePerson(input);
  if (!person.ok) return person;
  return succeed({ role: person.value.role, opened: await openSession(person.value) });
}
