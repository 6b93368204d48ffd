import { and, eq } from "drizzle-orm";
import { stallTakings } from "~db/schema/stalls";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { TakingForm } from "./forms";

export type TakingNote = { householdId: string; notedById: string; taking: TakingForm };

/** Writes down what a household took at its stall. The same form sent twice writes once. */
export async function noteTaking(
  tx: Transaction,
  scope: Scope,
  { householdId, notedById, taking }: TakingNote,
): Promise<Result<{ isNew: boolean }, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const { takingId: id, ...facts } = taking;
  const written = await tx
    .insert(stallTakings)
    .values({ id, householdId, notedById, notedAt: now(), ...facts })
    .onConflictDoNothing()
    .returning({ id: stallTakings.id });
  if (written.length > 0) return succeed({ isNew: true });
  const own = and(eq(stallTakings.id, id), eq(stallTakings.householdId, householdId));
  // Somebody else's entry is nobody's business.
  return (await tx.$count(stallTakings, own)) === 0
    ? fail("household_not_found")
    : succeed({ isNew: false });
}
