import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ShopClosure } from "./shop-closure";

/** When a household in the scope takes no orders; null: it takes them. Answers what it had said before. */
export async function setClosure(
  tx: Transaction,
  scope: Scope,
  { householdId, closure }: { householdId: string; closure: ShopClosure | null },
): Promise<Result<{ before: ShopClosure | null }, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const [known] = await tx
    .select({ before: households.closure })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!known) return fail("household_not_found");
  await tx.update(households).set({ closure }).where(eq(households.id, householdId));
  return succeed(known);
}
