import { eq } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { equalsInConstantTime } from "~/platform/keys.server";
import { isPending, type CodePurpose, RIGHT_AGAIN_MS, triesMax } from "./phone-code-limits";
import { phoneCode } from "./phone-code.server";

export type CodeTry =
  | { kind: "right"; phone: string }
  | { kind: "wrong"; leftCount: number }
  /** Used, too old, tried too often, or never sent. */
  | { kind: "gone" };

/** Tries these digits; a code is good once and, typed again at once, once more; a wrong try counts also when the caller goes no further. */
export async function tryPhoneCode(
  tx: Transaction,
  { codeId, typed, purpose }: { codeId: string; typed: string; purpose: CodePurpose },
): Promise<CodeTry> {
  const [code] = await tx.select().from(phoneCodes).where(eq(phoneCodes.id, codeId)).limit(1);
  if (!code || code.purpose !== purpose || !mayBeTried(code)) return { kind: "gone" };
  const isRight = equalsInConstantTime(phoneCode(code), typed);
  const triedCount = isRight && code.usedAt !== null ? code.triedCount : code.triedCount + 1;
  const usedAt = code.usedAt ?? (isRight ? now() : null);
  await tx.update(phoneCodes).set({ triedCount, usedAt }).where(eq(phoneCodes.id, codeId));
  if (isRight) return { kind: "right", phone: code.phone };
  const leftCount = triesMax(purpose) - triedCount;
  return leftCount > 0 ? { kind: "wrong", leftCount } : { kind: "gone" };
}

function mayBeTried(code: typeof phoneCodes.$inferSelect): boolean {
  const { triedCount, usedAt, expiresAt, purpose } = code;
  if (usedAt !== null) return now() < usedAt + RIGHT_AGAIN_MS && triedCount <= triesMax(purpose);
  return now() < expiresAt && isPending(code);
}
