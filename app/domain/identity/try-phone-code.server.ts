import { eq } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { equalsInConstantTime } from "~/platform/keys.server";
import { TRIES_MAX } from "./phone-code-limits";
import { phoneCode } from "./phone-code.server";

export type CodeTry =
  | { kind: "right"; phone: string }
  | { kind: "wrong"; leftCount: number }
  /** Used, too old, tried too often, or never sent. */
  | { kind: "gone" };

/** Tries these six digits; a code is good once, and a wrong try counts also when the caller goes no further. */
export async function tryPhoneCode(
  tx: Transaction,
  { codeId, typed }: { codeId: string; typed: string },
): Promise<CodeTry> {
  const [code] = await tx.select().from(phoneCodes).where(eq(phoneCodes.id, codeId)).limit(1);
  const isOpen = code?.usedAt === null && now() < code.expiresAt && code.triedCount < TRIES_MAX;
  if (!code || !isOpen) return { kind: "gone" };
  const triedCount = code.triedCount + 1;
  const isRight = equalsInConstantTime(phoneCode(code), typed);
  await tx
    .update(phoneCodes)
    .set({ triedCount, usedAt: isRight ? now() : null })
    .where(eq(phoneCodes.id, codeId));
  if (isRight) return { kind: "right", phone: code.phone };
  const leftCount = TRIES_MAX - triedCount;
  return leftCount > 0 ? { kind: "wrong", leftCount } : { kind: "gone" };
}
