import { createHash } from "node:crypto";
import { keyedDigest } from "~/platform/keys.server";
import type { CodePurpose } from "./phone-code-limits";

/**
 * Six digits are sent: five tries of each of twelve codes leave whoever guesses one chance in 16,000 a day. Eight are
 * handed over: fifty tries of each of five leave one in 400,000.
 */
const DIGITS = { entry: 6, consent: 6, handed: 8, change: 6 } as const satisfies Record<
  CodePurpose,
  number
>;

export type CodeFacts = { id: string; phone: string; purpose: CodePurpose; createdAt: number };

/**
 * The digits of a code, from a key outside the database: a copy of the table tells nobody's code. The browser may
 * have chosen the id, so the phone and the moment are in it too: digits that were read once are no other code's. So is
 * what they were sent for: who read them to a helper has not let the helper in.
 */
export function phoneCode({ id, phone, purpose, createdAt }: CodeFacts): string {
  const text = `${purpose} ${id} ${phone} ${createdAt}`;
  const digest = createHash("sha256").update(keyedDigest("phone-codes", text)).digest();
  const length = DIGITS[purpose];
  return String(digest.readBigUInt64BE() % 10n ** BigInt(length)).padStart(length, "0");
}
