import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { exchangePacks } from "~/domain/catalog/exchange-packs.server";
import { outlastedDay } from "~/domain/catalog/lot-state";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { isVisibleToHousehold } from "~/domain/orders/order-progress";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * An order that is not sent yet takes packs of other lots instead of recalled or expired ones, at the price that it was
 * placed at. Sent twice, the second finds nothing to exchange. `no_other_lot` says `{productName, availableCount, quantity}`.
 */
export async function exchangeLots(
  actor: Actor,
  scope: Scope,
  { orderCode }: { orderCode: string },
): Promise<Result<null, "order_not_found" | "no_other_lot">> {
  return inTransaction(async (tx) => {
    const order = await loadOrder(tx, orderCode);
    if (!order || !isInScope(scope, order.householdId)) return fail("order_not_found");
    if (!isVisibleToHousehold(order.status)) return fail("order_not_found");
    const lineItemIds = order.lineItems.map((line) => line.id);
    const lastsBeyond = outlastedDay(localDateOf(now()), order.pickupPoint === null);
    const exchanged = await exchangePacks(tx, { lineItemIds, lastsBeyond });
    if (!exchanged.ok) return exchanged;
    if (exchanged.value > 0) {
      await recordAction(tx, {
        actor,
        action: "order.exchange_lots",
        subject: { kind: "order", id: order.id },
        after: { packCount: exchanged.value },
      });
    }
    return succeed(null);
  });
}
