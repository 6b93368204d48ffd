import { and, desc, eq, gte, isNotNull, isNull, lte, notExists, sql } from "drizzle-orm";
import { alias } from "~db/dialect";
import { supplyDeclarations } from "~db/schema/supply";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, type LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { DeclarationForm } from "./forms";
import { produceKeyOf } from "./produce-key";
import { harvestId } from "./queries-taken.server";

export type SupplyDeclaration = {
  householdId: string;
  declaredById: string;
  declaration: DeclarationForm;
};

/** So many days apart, what is told of anew is still the harvest that was taken back. */
export const SAME_HARVEST_DAYS = 30;

/**
 * Keeps what a household expects to harvest. The same form sent twice keeps it once. What it took back and tells of anew
 * is one harvest, of which nothing is sold twice.
 */
export async function declareSupply(
  tx: Transaction,
  scope: Scope,
  { householdId, declaredById, declaration }: SupplyDeclaration,
): Promise<Result<{ isNew: boolean }, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const { declarationId: id, ...facts } = declaration;
  const produceKey = produceKeyOf(facts.produceName);
  const firstId = await findFirst(tx, { householdId, produceKey, ...facts });
  const written = await tx
    .insert(supplyDeclarations)
    .values({ id, householdId, declaredById, declaredAt: now(), produceKey, firstId, ...facts })
    .onConflictDoNothing()
    .returning({ id: supplyDeclarations.id });
  if (written.length > 0) return succeed({ isNew: true });
  const own = and(eq(supplyDeclarations.id, id), eq(supplyDeclarations.householdId, householdId));
  return (await tx.$count(supplyDeclarations, own)) === 0
    ? fail("household_not_found")
    : succeed({ isNew: false });
}

type Told = { householdId: string; produceKey: string; fromOn: LocalDate; toOn: LocalDate };

/** Of the harvest of this kind that the household took back last, near these days, and has not told of since. */
async function findFirst(tx: Transaction, told: Told): Promise<string | null> {
  const others = alias(supplyDeclarations, "others");
  const standing = tx
    .select({ id: others.id })
    .from(others)
    .where(
      and(
        eq(others.householdId, told.householdId),
        isNull(others.withdrawnAt),
        eq(sql`coalesce(${others.firstId}, ${others.id})`, harvestId),
      ),
    );
  const [taken] = await tx
    .select({ harvestId })
    .from(supplyDeclarations)
    .where(
      and(
        eq(supplyDeclarations.householdId, told.householdId),
        eq(supplyDeclarations.produceKey, told.produceKey),
        isNotNull(supplyDeclarations.withdrawnAt),
        gte(supplyDeclarations.toOn, addDays(told.fromOn, -SAME_HARVEST_DAYS)),
        lte(supplyDeclarations.fromOn, addDays(told.toOn, SAME_HARVEST_DAYS)),
        notExists(standing),
      ),
    )
    .orderBy(desc(supplyDeclarations.withdrawnAt), desc(supplyDeclarations.id))
    .limit(1);
  return taken?.harvestId ?? null;
}
