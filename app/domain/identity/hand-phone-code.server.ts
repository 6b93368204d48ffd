import { and, desc, eq, gt, type SQL } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { ReadDatabase, Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { HANDED_MAX, isPending, SEND_WINDOW_MS } from "./phone-code-limits";
import { phoneCode } from "./phone-code.server";

export type HandedCode = { digits: string; expiresAt: number; isNew: boolean };

/**
 * Digits for this phone (ten digits) that nobody is sent, good for `lifeMs`: the caller shows them once. `codeId` is of the
 * form, which sent twice shows the same to who made it; those that were handed over before are void.
 */
export async function handPhoneCode(
  tx: Transaction,
  {
    codeId,
    phone,
    madeById,
    lifeMs,
  }: { codeId: string; phone: string; madeById: string; lifeMs: number },
): Promise<Result<HandedCode, "handed_codes_used_up" | "form_outdated">> {
  const [known] = await tx.select().from(phoneCodes).where(eq(phoneCodes.id, codeId)).limit(1);
  if (known) {
    const isTheirs = known.phone === phone && known.madeById === madeById;
    const isSame = known.purpose === "handed" && isTheirs && isPending(known);
    if (!isSame || known.expiresAt <= now()) return fail("form_outdated");
    return succeed({ digits: phoneCode(known), expiresAt: known.expiresAt, isNew: false });
  }
  const ofPhone = and(eq(phoneCodes.phone, phone), eq(phoneCodes.purpose, "handed"));
  const made = and(ofPhone, gt(phoneCodes.sentAt, now() - SEND_WINDOW_MS));
  if ((await tx.$count(phoneCodes, made)) >= HANDED_MAX) {
    return fail("handed_codes_used_up");
  }
  const at = now();
  await voidCodes(tx, ofPhone);
  const facts = { id: codeId, phone, purpose: "handed" as const, createdAt: at };
  const expiresAt = at + lifeMs;
  await tx.insert(phoneCodes).values({ ...facts, sentAt: at, expiresAt, madeById });
  return succeed({ digits: phoneCode(facts), expiresAt, isNew: true });
}

/** What was handed over and nobody has used opens nothing any more: what this person made, what was made for this phone, or both. */
export async function voidHandedCodes(
  tx: Transaction,
  of: { madeById: string; phone?: string } | { phone: string },
): Promise<void> {
  const byMaker = "madeById" in of ? eq(phoneCodes.madeById, of.madeById) : undefined;
  const ofPhone = of.phone === undefined ? undefined : eq(phoneCodes.phone, of.phone);
  await voidCodes(tx, and(eq(phoneCodes.purpose, "handed"), byMaker, ofPhone));
}

async function voidCodes(tx: Transaction, wanted: SQL | undefined): Promise<void> {
  const at = now();
  await tx
    .update(phoneCodes)
    .set({ expiresAt: at })
    .where(and(wanted, gt(phoneCodes.expiresAt, at)));
}

/** The id of the digits that were handed over last for this phone and are not over, or null. */
export async function findHandedCode(db: ReadDatabase, phone: string): Promise<string | null> {
  const [row] = await db
    .select({ id: phoneCodes.id })
    .from(phoneCodes)
    .where(
      and(
        eq(phoneCodes.phone, phone),
        eq(phoneCodes.purpose, "handed"),
        gt(phoneCodes.expiresAt, now()),
      ),
    )
    .orderBy(desc(phoneCodes.createdAt), desc(phoneCodes.id))
    .limit(1);
  return row?.id ?? null;
}
