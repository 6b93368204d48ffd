import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { returnPacks } from "~/domain/catalog/return-packs.server";
import { soldBy } from "~/domain/orders/payment-methods";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { transitionOrder } from "~/domain/orders/transition-order.server";
import type { OrderRecord } from "~/domain/orders/types";
import { countsGivenBack, loadReturn } from "~/domain/returns/queries-records.server";
import { recordLostPacks } from "~/domain/returns/record-lost-packs.server";
import { recordRefund } from "~/domain/returns/record-refund.server";
import { returnAmounts } from "~/domain/returns/return-amounts";
import { isSentBack, isShippingRefunded } from "~/domain/returns/return-reasons";
import { transitionReturn } from "~/domain/returns/transition-return.server";
import type { ReturnRecord } from "~/domain/returns/types";
import { postReturn } from "~/domain/settlement/post-return.server";
import { recordReturnedSale } from "~/domain/statistics/record-returned-sale.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import { vnd, type Vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { loadProgrammeAccount } from "./load-programme-account.server";
import { undoOrder } from "./close-order.server";
import type { Mover } from "./move-order.server";
import { restoreVoucher } from "./restore-voucher.server";
import { isInReach, type MoveReturnCode } from "./move-return.server";

export type ReturnRefund = {
  code: string;
  note: string;
  /** The packs are back and unharmed: for sale again, if their lot still is. */
  isRestocked: boolean;
  /** Packs by line, at most as asked; null: all that is asked for. */
  lines: readonly { lineItemId: string; packCount: number }[] | null;
};
export type RefundReturnCode = MoveReturnCode | "return_count_invalid" | "return_empty";

/**
 * The household, or the department in a dispute, gives the buyer right: the money of these packs is owed back, their
 * share of the shipping with it unless the buyer only changed their mind, the household gives what it earned of them
 * and the marketplace its commission, and the sale is deducted today. A parcel that never came ends its order as lost.
 */
export async function refundReturn(
  actor: Actor,
  mover: Mover,
  refund: ReturnRefund,
): Promise<Result<null, RefundReturnCode>> {
  return inTransaction(async (tx) => {
    const request = await loadReturn(tx, refund.code);
    if (!request || !isInReach(mover, request)) return fail("return_not_found");
    if (request.status === "refunded") return succeed(null);
    const order = present(await loadOrder(tx, request.orderCode), "a request without its order");
    const isOnItsWay = order.status === "shipped";
    // A parcel that never came is all of the order, whatever was asked.
    const counts = countsOf(request, isOnItsWay ? null : refund.lines);
    if (!counts.ok) return counts;
    const moved = await transitionReturn(tx, {
      returnRequestId: request.id,
      to: "refunded",
      by: mover.by,
      note: refund.note,
      actorId: actorIdOf(actor),
    });
    if (!moved.ok) return moved;
    const given = { request, order, counts: counts.value, at: moved.value.occurredAt };
    if (isOnItsWay) {
      const lost = await loseOrder(tx, actor, { order, by: mover.by });
      if (!lost.ok) return lost;
      await recordLostPacks(tx, request);
    } else {
      await giveBack(tx, { ...given, isRestocked: refund.isRestocked });
      await restoreVoucher(tx, order);
    }
    await recordAction(tx, {
      actor,
      action: "return.refunded",
      subject: { kind: "return_request", id: request.id },
      before: { status: request.status },
      after: { status: "refunded", note: refund.note },
    });
    return succeed(null);
  });
}

function countsOf(
  request: ReturnRecord,
  lines: ReturnRefund["lines"],
): Result<Map<string, number>, "return_count_invalid" | "return_empty"> {
  const counts = new Map<string, number>();
  for (const { lineItemId, askedCount } of request.lines) {
    const line = lines?.find((one) => one.lineItemId === lineItemId);
    const packCount = lines === null ? askedCount : (line?.packCount ?? 0);
    if (!Number.isSafeInteger(packCount) || packCount < 0 || packCount > askedCount) {
      return fail("return_count_invalid", { leftCount: askedCount });
    }
    if (packCount > 0) counts.set(lineItemId, packCount);
  }
  return counts.size === 0 ? fail("return_empty") : succeed(counts);
}

/** What was paid before it was sent and never came: the order ends, all of its money goes back. */
async function loseOrder(
  tx: Transaction,
  actor: Actor,
  { order, by }: { order: OrderRecord; by: Mover["by"] },
): Promise<Result<null, "move_not_allowed">> {
  const moved = await transitionOrder(tx, {
    orderId: order.id,
    to: "lost",
    by,
    reason: null,
    actorId: actorIdOf(actor),
  });
  if (!moved.ok) return moved;
  await undoOrder(tx, order, "lost");
  return succeed(null);
}

type Given = {
  request: ReturnRecord;
  order: OrderRecord;
  /** Packs by line, at least one. */
  counts: Map<string, number>;
  at: number;
  isRestocked: boolean;
};

async function voucherBackOf(tx: Transaction, { checkoutId }: OrderRecord, amountVnd: Vnd) {
  return amountVnd === 0
    ? null
    : { amountVnd, account: await loadProgrammeAccount(tx, checkoutId) };
}

async function giveBack(tx: Transaction, given: Given): Promise<void> {
  const { request, order, counts, at, isRestocked } = given;
  invariant(order.status === "delivered", "money back for an order that is over");
  const before = await countsGivenBack(tx, order.id);
  const amounts = returnAmounts({
    lines: order.lineItems.map((line) => ({
      ...line,
      returnedBefore: before.get(line.id) ?? 0,
      returning: counts.get(line.id) ?? 0,
    })),
    shippingVnd: order.shippingVnd,
    shippingVatBps: order.shippingVatBps,
    shippingPitBps: order.shippingPitBps,
    voucherVnd: order.voucherVnd,
    withShipping: isShippingRefunded(request.reason),
  });
  const lines = order.lineItems.flatMap((line, index) => {
    const refundedCount = counts.get(line.id);
    const part = present(amounts.lines[index], "a line without its amounts");
    return refundedCount === undefined ? [] : [{ line, refundedCount, ...part }];
  });
  const isResold = isRestocked && isSentBack(request.reason);
  await recordRefund(tx, {
    returnRequestId: request.id,
    refundedOn: localDateOf(at),
    refundVnd: amounts.refundVnd,
    shippingVnd: amounts.shippingVnd,
    voucherVnd: amounts.voucherVnd,
    commissionVnd: amounts.commissionVnd,
    vatVnd: amounts.vatVnd,
    pitVnd: amounts.pitVnd,
    isRestocked: isResold,
    lines: lines.map(({ line, refundedCount, itemsVnd, ...amountsOf }) => ({
      lineItemId: line.id,
      refundedCount,
      refundVnd: itemsVnd,
      ...amountsOf,
    })),
  });
  await postReturn(tx, {
    returnRequestId: request.id,
    householdId: order.householdId,
    checkoutId: order.checkoutId,
    refundVnd: amounts.refundVnd,
    voucher: await voucherBackOf(tx, order, amounts.voucherVnd),
    commissionVnd: amounts.commissionVnd,
    taxVnd: vnd(amounts.vatVnd + amounts.pitVnd),
  });
  if (isResold) {
    for (const { line, refundedCount } of lines) {
      await returnPacks(tx, { lineItemId: line.id, packCount: refundedCount });
    }
  }
  await recordReturnedSale(tx, {
    returnedOn: localDateOf(at),
    communeCode: order.sellerCommuneCode,
    householdId: order.householdId,
    channel: order.channel,
    method: soldBy(order),
    shippingVnd: amounts.shippingVnd,
    lines: lines.map(({ line, refundedCount, itemsVnd }) => ({
      ocopSet: line.ocopSet,
      stars: line.stars,
      returnedVnd: itemsVnd,
      packCount: refundedCount,
    })),
  });
}
