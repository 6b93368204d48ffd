import { and, eq } from "drizzle-orm";
import { supplyDeclarations } from "~db/schema/supply";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { DeclarationForm } from "./forms";
import { produceKeyOf } from "./produce-key";

export type SupplyDeclaration = {
  householdId: string;
  declaredById: string;
  declaration: DeclarationForm;
};

/** Keeps what a household expects to harvest. The same form sent twice keeps it once. */
export async function declareSupply(
  tx: Transaction,
  scope: Scope,
  { householdId, declaredById, declaration }: SupplyDeclaration,
): Promise<Result<{ isNew: boolean }, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const { declarationId: id, ...facts } = declaration;
  const produceKey = produceKeyOf(facts.produceName);
  const written = await tx
    .insert(supplyDeclarations)
    .values({ id, householdId, declaredById, declaredAt: now(), produceKey, ...facts })
    .onConflictDoNothing()
    .returning({ id: supplyDeclarations.id });
  if (written.length > 0) return succeed({ isNew: true });
  const own = and(eq(supplyDeclarations.id, id), eq(supplyDeclarations.householdId, householdId));
  return (await tx.$count(supplyDeclarations, own)) === 0
    ? fail("household_not_found")
    : succeed({ isNew: false });
}
