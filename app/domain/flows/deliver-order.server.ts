import type { Actor } from "~/domain/audit/actor";
import { isBroughtByHousehold } from "~/domain/fulfilment/carriers";
import { completeShipment } from "~/domain/fulfilment/complete-shipment.server";
import { carrierOf } from "~/domain/fulfilment/queries.server";
import type { OrderRecord } from "~/domain/orders/types";
import { isPaidAtDoor, soldBy } from "~/domain/orders/payment-methods";
import { applyCapture } from "~/domain/payments/apply-capture.server";
import { loadPayment } from "~/domain/payments/queries-records.server";
import type { CashHolder } from "~/domain/settlement/ledger-accounts";
import { cashKept } from "~/domain/settlement/cash-kept";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { findOpenReturn } from "~/domain/returns/queries-records.server";
import { noteThreshold } from "~/domain/settlement/note-threshold.server";
import { recoverDebt } from "~/domain/settlement/recover-debt.server";
import { recordDeliveredSale } from "~/domain/statistics/record-delivered-sale.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { applyVoucher } from "./apply-voucher.server";
import { endReturn } from "./end-return.server";
import { fulfilContract } from "./fulfil-contract.server";
import { moveOrder, type MoveOrderCode, type Mover } from "./move-order.server";

/**
 * The buyer has it, as the household or the buyer says, or as nobody has denied: this is the sale. The money becomes
 * the household's, shipping included, less the commission and what is kept back for the State; with cash at the door the carrier has taken it and owes it
 * to us, or the household has taken it itself and owes us the rest. `return_open`: its buyer says it never came.
 */
export async function deliverOrder(
  actor: Actor,
  mover: Mover,
  input: { orderCode: string },
): Promise<Result<null, MoveOrderCode | "return_open">> {
  return moveOrder({
    actor,
    mover,
    orderCode: input.orderCode,
    to: "delivered",
    reason: null,
    action: "order.deliver",
    effects: async (tx, order, occurredAt) => {
      // Of a parcel that its buyer says never came, only the buyer can say otherwise, or the department decide.
      const isDenied = (await findOpenReturn(tx, order.id)) !== null;
      if (isDenied && mover.by !== "buyer") return fail("return_open");
      if (isDenied) await endReturn(tx, actor, order);
      await completeShipment(tx, { orderId: order.id });
      const holder = await cashHolderOf(tx, order);
      if (holder !== null) await collectCash(tx, order, holder);
      if (isPaidAtDoor(order.method)) await applyVoucher(tx, order);
      await settleOrder(tx, order);
      if (holder?.kind === "household_cash") await keepEarnings(tx, order, holder);
      await noteThreshold(tx, { householdId: order.householdId, soldOn: localDateOf(occurredAt) });
      await recoverDebt(tx, { householdId: order.householdId, orderId: order.id });
      await recordDeliveredSale(tx, {
        deliveredOn: localDateOf(occurredAt),
        communeCode: order.sellerCommuneCode,
        householdId: order.householdId,
        channel: order.channel,
        method: soldBy(order),
        shippingVnd: order.shippingVnd,
        lines: order.lineItems,
      });
      if (order.channel === "wholesale") await fulfilContract(tx, actor, order.checkoutId);
      return succeed(null);
    },
  });
}

/** Who has taken cash at the door; null when nothing was left to take. */
async function cashHolderOf(tx: Transaction, order: OrderRecord): Promise<CashHolder | null> {
  if (order.cashVnd === 0) return null;
  return isBroughtByHousehold(await carrierOf(tx, order.id))
    ? { kind: "household_cash", ownerId: order.householdId }
    : { kind: "courier" };
}

async function collectCash(tx: Transaction, order: OrderRecord, holder: CashHolder) {
  const payment = present(await loadPayment(tx, order.checkoutId), "an order without its payment");
  const amountVnd = vnd(order.cashVnd);
  await postTransfer(tx, {
    key: `order:${order.id}:cash`,
    debit: holder,
    credit: { kind: "buyer", ownerId: order.checkoutId },
    amountVnd,
    reason: "cash_collected",
    reference: { kind: "order", id: order.id },
  });
  await applyCapture(tx, payment, amountVnd);
}

async function settleOrder(tx: Transaction, order: OrderRecord) {
  const household = { kind: "household", ownerId: order.householdId } as const;
  const reference = { kind: "order", id: order.id } as const;
  await postTransfer(tx, {
    key: `order:${order.id}:settled`,
    debit: { kind: "buyer", ownerId: order.checkoutId },
    credit: household,
    amountVnd: vnd(order.totalVnd),
    reason: "order_settled",
    reference,
  });
  if (order.commissionVnd > 0) {
    await postTransfer(tx, {
      key: `order:${order.id}:commission`,
      debit: household,
      credit: { kind: "commission" },
      amountVnd: vnd(order.commissionVnd),
      reason: "commission_taken",
      reference,
    });
  }
  const taxVnd = vnd(order.vatVnd + order.pitVnd);
  if (taxVnd > 0) {
    await postTransfer(tx, {
      key: `order:${order.id}:tax`,
      debit: household,
      credit: { kind: "tax_withheld" },
      amountVnd: taxVnd,
      reason: "tax_withheld",
      reference,
    });
  }
}

/** Of what the household earned it has this in its hands already: of the cash only commission and tax are owed to us. */
async function keepEarnings(tx: Transaction, order: OrderRecord, holder: CashHolder) {
  const keptVnd = cashKept(order);
  if (keptVnd === 0) return;
  await postTransfer(tx, {
    key: `order:${order.id}:kept`,
    debit: { kind: "household", ownerId: order.householdId },
    credit: holder,
    amountVnd: vnd(keptVnd),
    reason: "cash_kept",
    reference: { kind: "order", id: order.id },
  });
}
