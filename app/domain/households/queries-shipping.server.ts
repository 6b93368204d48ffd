import { eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { ShippingRules } from "./shipping-rules";

type RulesRow = Pick<typeof households.$inferSelect, keyof ShippingRules>;

/** The rules that a household's row holds, for whoever has read it. */
export function shippingRulesOf(household: RulesRow): ShippingRules {
  const { freshReach, shipDays, freeShippingFromVnd, pickupPoints } = household;
  return { freshReach, shipDays, freeShippingFromVnd, pickupPoints };
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
    })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  return household ?? null;
}
