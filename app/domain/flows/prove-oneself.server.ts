import { DEMO_SIGN_INS } from "~/domain/identity/demo-sign-ins";
import { findAccount } from "~/domain/identity/queries.server";
import { recognisePerson, type SignInCode } from "~/domain/identity/recognise-person.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";

export type Proof = {
  userId: string;
  password: string;
  clientNetwork: string;
  /** As `signIn` takes it. */
  deviceToken: string | null;
};
export type ProofCode =
  "demo_sign_in" | "wrong_password" | Exclude<SignInCode, "wrong_phone_or_password">;

/**
 * That who sits at a signed-in browser knows its password too, within the limits of signing in. The sign-ins that a demo
 * prints for everybody are nobody's own: `demo_sign_in`.
 */
export async function proveOneself(proof: Proof): Promise<Result<null, ProofCode>> {
  const { userId, ...attempt } = proof;
  const account = await findAccount(userId);
  const isPrinted = DEMO_SIGN_INS.some(({ phone }) => phone === account?.phone);
  if (isPrinted && settings().APP_MODE === "demo") return fail("demo_sign_in");
  const person = await recognisePerson({ ...attempt, phone: account?.phone ?? "" });
  if (!person.ok) {
    return person.code === "wrong_phone_or_password"
      ? fail("wrong_password")
      : fail(person.code, person.detail);
  }
  return person.value.userId === userId ? succeed(null) : fail("wrong_password");
}
