import { FRESH_PROOF_MS, PROOF_LIFE_MS } from "~/domain/identity/phone-code-limits";
import { codeIdOf, phoneProof } from "~/domain/identity/phone-proof.server";
import { findProvenPhone } from "~/domain/identity/queries-phone-codes.server";
import { findAccount } from "~/domain/identity/queries.server";
import { readCookie, writeCookie } from "./cookies.server";

const NAME = "phone";

/** The phone (ten digits) that a code proved in this browser no longer ago than `withinMs`, or null. */
export async function readProvenPhone(
  request: Request,
  withinMs: number = PROOF_LIFE_MS,
): Promise<string | null> {
  const codeId = codeIdOf(readCookie(request, NAME));
  return codeId === null ? null : findProvenPhone({ codeId, withinMs });
}

/** The phone of this person, where a code has proved it in this browser a moment ago: it stands for their password. */
export async function readFreshProof(request: Request, userId: string): Promise<string | null> {
  const phone = await readProvenPhone(request, FRESH_PROOF_MS);
  if (phone === null) return null;
  const account = await findAccount(userId);
  return account?.phone === phone ? phone : null;
}

/**
 * A `Set-Cookie` header for the browser in which the right digits were typed. It signs nobody in. Kept for an hour where an
 * account may be opened, for a quarter of one where there is an account: the next person at this browser has another phone.
 */
export function writeProvenPhone(codeId: string, kind: "known" | "new"): string {
  const lifeMs = kind === "new" ? PROOF_LIFE_MS : FRESH_PROOF_MS;
  return writeCookie(NAME, phoneProof(codeId), { maxAgeSeconds: lifeMs / 1_000 });
}

/** A `Set-Cookie` header that takes it back: an account was opened, or somebody signs out at a phone that is not theirs. */
export function forgetProvenPhone(): string {
  return writeCookie(NAME, "", { maxAgeSeconds: 0 });
}
