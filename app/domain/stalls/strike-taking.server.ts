import { eq } from "drizzle-orm";
import { stallTakings } from "~db/schema/stalls";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

type Struck = { householdId: string; amountVnd: number; hasChanged: boolean };

/** Strikes an entry out: it stays to be read, and counts no more. Struck twice it is struck once. */
export async function strikeTaking(
  tx: Transaction,
  scope: Scope,
  { takingId, struckById }: { takingId: string; struckById: string },
): Promise<Result<Struck, "taking_not_found">> {
  const [row] = await tx.select().from(stallTakings).where(eq(stallTakings.id, takingId)).limit(1);
  if (!row || !isInScope(scope, row.householdId)) return fail("taking_not_found");
  const { householdId, amountVnd } = row;
  if (row.struckAt !== null) return succeed({ householdId, amountVnd, hasChanged: false });
  await tx
    .update(stallTakings)
    .set({ struckAt: now(), struckById })
    .where(eq(stallTakings.id, takingId));
  return succeed({ householdId, amountVnd, hasChanged: true });
}
