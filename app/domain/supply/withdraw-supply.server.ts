import { eq } from "drizzle-orm";
import { supplyDeclarations } from "~db/schema/supply";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { endMatches } from "./end-matches.server";

type Withdrawn = {
  householdId: string;
  produceName: string;
  hasChanged: boolean;
  endedMatchIds: string[];
};

/**
 * Takes a declaration back: it counts no more, what is open of its matches ends with it, and it stays to be read in the
 * log. Taken back twice it is once.
 */
export async function withdrawSupply(
  tx: Transaction,
  scope: Scope,
  { declarationId, actorId }: { declarationId: string; actorId: string },
): Promise<Result<Withdrawn, "declaration_not_found">> {
  const [row] = await tx
    .select()
    .from(supplyDeclarations)
    .where(eq(supplyDeclarations.id, declarationId))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return fail("declaration_not_found");
  const { householdId, produceName } = row;
  const hasChanged = row.withdrawnAt === null;
  if (hasChanged) {
    await tx
      .update(supplyDeclarations)
      .set({ withdrawnAt: now() })
      .where(eq(supplyDeclarations.id, declarationId));
  }
  const endedMatchIds = await endMatches(tx, { by: "household", id: declarationId, actorId });
  return succeed({ householdId, produceName, hasChanged, endedMatchIds });
}
