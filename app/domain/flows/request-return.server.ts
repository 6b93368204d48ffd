import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isBuyerGone } from "~/domain/identity/queries-gone.server";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { setOrderClock } from "~/domain/orders/set-order-clock.server";
import { openReturn, type OpenReturnCode } from "~/domain/returns/open-return.server";
import type { ReturnReason } from "~/domain/returns/return-reasons";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type ReturnSubmission = {
  checkoutCode: string;
  orderCode: string;
  reason: ReturnReason;
  note: string;
  lines: readonly { lineItemId: string; packCount: number }[];
};

/**
 * A buyer asks for money back; the caller has checked the key of the checkout's address. While a parcel is said to be
 * missing it is not received by itself.
 */
export async function requestReturn(
  actor: Actor,
  { checkoutCode, orderCode, ...asked }: ReturnSubmission,
): Promise<Result<{ code: string }, OpenReturnCode | "order_not_found" | "buyer_gone">> {
  return inTransaction(async (tx) => {
    const order = await loadOrder(tx, orderCode);
    if (!order || order.checkoutCode !== checkoutCode) return fail("order_not_found");
    if (await isBuyerGone(tx, { thing: "order", code: checkoutCode })) return fail("buyer_gone");
    const opened = await openReturn(tx, { order, ...asked, actorId: actorIdOf(actor) });
    if (!opened.ok) return opened;
    const { id, code } = opened.value;
    if (order.status === "shipped") await setOrderClock(tx, { orderId: order.id, clockAt: null });
    await recordAction(tx, {
      actor,
      action: "return.request",
      subject: { kind: "return_request", id },
      after: { code, reason: asked.reason },
    });
    return succeed({ code });
  });
}
