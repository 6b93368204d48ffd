import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isMissingTrackingCode } from "~/domain/fulfilment/carriers";
import { changeParcel, type Parcel } from "~/domain/fulfilment/change-parcel.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type CorrectParcelCode =
  "order_not_found" | "move_not_allowed" | "carrier_required" | "tracking_code_required";

/**
 * The household says otherwise who brings a parcel, or under which code, as long as it is on its way: post offices give
 * the code later, and who brings it decides who holds the cash. What nobody carries has nothing to correct.
 */
export async function correctParcel(
  actor: Actor,
  scope: Scope,
  { orderCode, ...parcel }: Parcel & { orderCode: string },
): Promise<Result<null, CorrectParcelCode>> {
  return inTransaction(async (tx) => {
    const order = await loadOrder(tx, orderCode);
    if (!order || !isInScope(scope, order.householdId)) return fail("order_not_found");
    if (order.status !== "shipped" || order.pickupPoint !== null) return fail("move_not_allowed");
    if (parcel.carrier === "") return fail("carrier_required");
    const isCash = order.cashVnd > 0;
    if (isMissingTrackingCode(parcel, isCash)) return fail("tracking_code_required");
    const before = await changeParcel(tx, { orderId: order.id, ...parcel });
    if (before.carrier === parcel.carrier && before.trackingCode === parcel.trackingCode) {
      return succeed(null);
    }
    await recordAction(tx, {
      actor,
      action: "order.correct_parcel",
      subject: { kind: "order", id: order.id },
      before,
      after: parcel,
    });
    return succeed(null);
  });
}
