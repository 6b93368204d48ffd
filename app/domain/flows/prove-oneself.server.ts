import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import { findAccount } from "~/domain/identity/queries.server";
import { recognisePerson, type SignInCode } from "~/domain/identity/recognise-person.server";
import { fail, succeed, type Result } from "~/platform/result";

export type Proof = {
  userId: string;
  password: string;
  /** The phone that a code has proved in this browser a moment ago (`FRESH_PROOF_MS`): it stands for the password. */
  provenPhone: string | null;
  clientNetwork: string;
  /** As `signIn` takes it. */
  deviceToken: string | null;
};
export type ProofCode =
  "demo_sign_in" | "wrong_password" | Exclude<SignInCode, "wrong_phone_or_password">;

/**
 * That who sits at a signed-in browser knows its password too, or has its phone, within the limits of signing in. The sign-ins that a demo
 * prints for everybody are nobody's own: `demo_sign_in`.
 */
export async function proveOneself(proof: Proof): Promise<Result<null, ProofCode>> {
  const { userId, provenPhone, ...attempt } = proof;
  const account = await findAccount(userId);
  if (account && isDemoSignIn(account.phone)) return fail("demo_sign_in");
  if (account && provenPhone === account.phone) return succeed(null);
  const person = await recognisePerson({ ...attempt, phone: account?.phone ?? "" });
  if (!person.ok) {
    return person.code === "wrong_phone_or_password"
      ? fail("wrong_password")
      : fail(person.code, person.detail);
  }
  return person.value.userId === userId ? succeed(null) : fail("wrong_password");
}
