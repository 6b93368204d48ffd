import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ShippingRules } from "./shipping-rules";

/** Its pick-up points change one by one, and it closes by a form of its own. */
export type SendingRules = Omit<ShippingRules, "pickupPoints" | "closure">;
export type RulesChanged = { before: SendingRules; hasChanged: boolean };

/** How far, on which days and from what amount free of charge a household in the scope sends, from now on. */
export async function changeShippingRules(
  tx: Transaction,
  scope: Scope,
  { householdId, rules }: { householdId: string; rules: SendingRules },
): Promise<Result<RulesChanged, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const [before] = await tx
    .select({
      freshReach: households.freshReach,
      shipDays: households.shipDays,
      freeShippingFromVnd: households.freeShippingFromVnd,
    })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!before) return fail("household_not_found");
  if (isDeepStrictEqual(before, rules)) return succeed({ before, hasChanged: false });
  const { freshReach, freeShippingFromVnd } = rules;
  const shipDays = rules.shipDays && [...rules.shipDays];
  await tx
    .update(households)
    .set({ freshReach, shipDays, freeShippingFromVnd })
    .where(eq(households.id, householdId));
  return succeed({ before, hasChanged: true });
}
