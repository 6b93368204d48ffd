import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { ShippingRules } from "./shipping-rules";
import { closingOn, type Closing } from "./shop-closure";

type RulesRow = Pick<typeof households.$inferSelect, keyof ShippingRules>;

/** The rules that a household's row holds, for whoever has read it. */
export function shippingRulesOf(household: RulesRow): ShippingRules {
  const { freshReach, shipDays, freeShippingFromVnd, pickupPoints, closure } = household;
  return { freshReach, shipDays, freeShippingFromVnd, pickupPoints, closure };
}

/** How a household in the scope sends; null outside it. */
export async function findShippingRules(
  scope: Scope,
  householdId: string,
): Promise<ShippingRules | null> {
  if (!isInScope(scope, householdId)) return null;
  const [household] = await reader()
    .select({
      freshReach: households.freshReach,
      shipDays: households.shipDays,
      freeShippingFromVnd: households.freeShippingFromVnd,
      pickupPoints: households.pickupPoints,
      closure: households.closure,
    })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  return household ?? null;
}

/** Whether a household in the scope is closed today, or will be shortly; null: it is not, or is outside it. */
export async function findClosing(scope: Scope, householdId: string): Promise<Closing | null> {
  const rules = await findShippingRules(scope, householdId);
  return rules && closingOn(rules.closure, localDateOf(now()));
}
