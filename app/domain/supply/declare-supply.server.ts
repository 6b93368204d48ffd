import { and, desc, eq, gte, isNotNull, isNull, lte, notExists, sql } from "drizzle-orm";
import { alias } from "~db/dialect";
import { supplyDeclarations } from "~db/schema/supply";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { DeclarationForm } from "./forms";
import { produceKeyOf } from "./produce-key";
import { busiestWeekKg, MUCH_KG, weekOf } from "./supply-board";
import { harvestId, takenOf } from "./queries-taken.server";

export type SupplyDeclaration = {
  householdId: string;
  declaredById: string;
  declaration: DeclarationForm;
};

export type DeclarationFailure = "household_not_found" | "supply_below_sold" | "supply_much";

const STANDING_MAX = 100;

/**
 * Keeps what a household expects to harvest. The same form sent twice keeps it once. What it took back and tells of anew
 * is one harvest, of which nothing is sold twice, and no less than was sold of it (`supply_below_sold`, with that as `kg`). Of very much it is asked
 * whether that is right (`supply_much`, with the `kg` of its busiest week), unless its `confirmedKg` says so.
 */
export async function declareSupply(
  tx: Transaction,
  scope: Scope,
  { householdId, declaredById, declaration }: SupplyDeclaration,
): Promise<Result<{ isNew: boolean }, DeclarationFailure>> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const { declarationId: id, confirmedKg, ...facts } = declaration;
  const [kept] = await tx
    .select({ householdId: supplyDeclarations.householdId })
    .from(supplyDeclarations)
    .where(eq(supplyDeclarations.id, id))
    .limit(1);
  if (kept) {
    const isOwn = kept.householdId === householdId;
    return isOwn ? succeed({ isNew: false }) : fail("household_not_found");
  }
  const produceKey = produceKeyOf(facts.produceName);
  const firstId = await findFirst(tx, { householdId, produceKey, ...facts });
  if (firstId !== null) {
    const { soldKg: kg } = await takenOf(tx, "harvest", firstId);
    if (facts.quantityKg < kg) return fail("supply_below_sold", { kg });
  }
  if (confirmedKg !== facts.quantityKg) {
    const before = await listStanding(tx, { householdId, produceKey, ...facts });
    const kg = busiestWeekKg(facts, before);
    if (kg > MUCH_KG) return fail("supply_much", { kg });
  }
  await tx
    .insert(supplyDeclarations)
    .values({ id, householdId, declaredById, declaredAt: now(), produceKey, firstId, ...facts });
  return succeed({ isNew: true });
}

type Told = { householdId: string; produceKey: string; fromOn: LocalDate; toOn: LocalDate };

/** What the household told of this kind and has not taken back, from the first of these weeks on; at most 100. */
async function listStanding(tx: Transaction, { householdId, produceKey, fromOn }: Told) {
  const { quantityKg, toOn } = supplyDeclarations;
  return tx
    .select({ quantityKg, fromOn: supplyDeclarations.fromOn, toOn })
    .from(supplyDeclarations)
    .where(
      and(
        eq(supplyDeclarations.householdId, householdId),
        eq(supplyDeclarations.produceKey, produceKey),
        isNull(supplyDeclarations.withdrawnAt),
        gte(toOn, weekOf(fromOn)),
      ),
    )
    .limit(STANDING_MAX);
}

/** Of the harvest of this kind that the household took back last, on days that meet these, and has not told of since. */
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
        gte(supplyDeclarations.toOn, told.fromOn),
        lte(supplyDeclarations.fromOn, told.toOn),
        notExists(standing),
      ),
    )
    .orderBy(desc(supplyDeclarations.withdrawnAt), desc(supplyDeclarations.id))
    .limit(1);
  return taken?.harvestId ?? null;
}
