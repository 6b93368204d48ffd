import { eq } from "drizzle-orm";
import { stallTakings } from "~db/schema/stalls";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { sameValues } from "~/platform/same-values";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { TakingForm } from "./forms";

export type NoteTakingCode = "household_not_found" | "taking_noted_otherwise";
export type TakingNote = { householdId: string; notedById: string; taking: TakingForm };

/**
 * Writes down what a household took at its stall. The same form sent twice writes once; one that comes back with something
 * else, or whose entry was struck out since, is `taking_noted_otherwise`: never is a sale taken for written that is not.
 */
export async function noteTaking(
  tx: Transaction,
  scope: Scope,
  { householdId, notedById, taking }: TakingNote,
): Promise<Result<{ isNew: boolean }, NoteTakingCode>> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const { takingId: id, ...facts } = taking;
  const written = await tx
    .insert(stallTakings)
    .values({ id, householdId, notedById, notedAt: now(), ...facts })
    .onConflictDoNothing()
    .returning({ id: stallTakings.id });
  if (written.length > 0) return succeed({ isNew: true });
  const [known] = await tx.select().from(stallTakings).where(eq(stallTakings.id, id)).limit(1);
  // Somebody else's entry is nobody's business.
  if (known?.householdId !== householdId) return fail("household_not_found");
  const isSame = sameValues(known, { ...facts, struckAt: null });
  return isSame ? succeed({ isNew: false }) : fail("taking_noted_otherwise");
}
