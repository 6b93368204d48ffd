import { and, asc, eq, exists, gt, inArray, ne, or } from "drizzle-orm";
import { alias } from "~db/dialect";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { disbursements, payoutBatches } from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import type { ReadDatabase } from "~/platform/db.server";
import { balanceOf } from "./queries.server";
import { findDisbursementsByCode, loadPayee } from "./queries-disbursements-records.server";
import { listEarned } from "./queries-payable.server";
import type { PayoutStop } from "./payout-stops";
import { isWallet } from "./wallets";
import { isSameAccount } from "./open-payee.server";
import type { DisbursementRecord, PayeeRecord } from "./types-disbursements";

/** A form ticks at most 40 households. */
const MAX_PAYOUTS = 200;
const MAX_ORDERS = 5_000;

export async function findBatch(
  db: ReadDatabase,
  by: { code: string } | { submissionKey: string },
): Promise<{ id: string; code: string; preparedById: string } | null> {
  const [row] = await db
    .select({
      id: payoutBatches.id,
      code: payoutBatches.code,
      preparedById: payoutBatches.preparedById,
    })
    .from(payoutBatches)
    .where(
      "code" in by
        ? eq(payoutBatches.code, by.code)
        : eq(payoutBatches.submissionKey, by.submissionKey),
    )
    .limit(1);
  return row ?? null;
}

/** Codes of a batch's payouts, in the order in which they were prepared. */
export async function listBatchCodes(db: ReadDatabase, batchId: string): Promise<string[]> {
  const rows = await db
    .select({ code: disbursements.code })
    .from(disbursements)
    .where(eq(disbursements.batchId, batchId))
    .orderBy(asc(disbursements.id))
    .limit(MAX_PAYOUTS);
  return rows.map(({ code }) => code);
}

/** The approved payouts of a batch that leave by the bank. */
export async function listToSend(db: ReadDatabase, batchId: string): Promise<DisbursementRecord[]> {
  const approved = await db
    .select({ code: disbursements.code })
    .from(disbursements)
    .where(and(eq(disbursements.batchId, batchId), eq(disbursements.status, "approved")))
    .orderBy(asc(disbursements.id))
    .limit(MAX_PAYOUTS);
  const found: DisbursementRecord[] = [];
  for (const { code } of approved) {
    const [payout] = await findDisbursementsByCode(db, [code]);
    if (payout && !isWallet(payout.bankBin)) found.push(payout);
  }
  return found;
}

const other = alias(payoutOrders, "other");

/** False once another payout has taken one of its orders, or is to stand again with it (`besideIds`) and shares one. */
export async function mayStandAgain(
  db: ReadDatabase,
  { disbursementId, besideIds }: { disbursementId: string; besideIds: readonly string[] },
): Promise<boolean> {
  const taken = db
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.orderId, payoutOrders.orderId),
        ne(other.disbursementId, disbursementId),
        or(eq(other.isStanding, true), inArray(other.disbursementId, [...besideIds])),
        gt(other.amountVnd, 0),
      ),
    );
  const rows = await db
    .select({ id: payoutOrders.id })
    .from(payoutOrders)
    .where(and(eq(payoutOrders.disbursementId, disbursementId), exists(taken)))
    .limit(1);
  return rows.length === 0;
}

/** What has changed since a payout was prepared, or approved, so that it must not be sent; null: nothing has. */
export async function findPayoutStop(
  db: ReadDatabase,
  payout: PayeeRecord & Pick<DisbursementRecord, "id" | "ownerId" | "amountVnd" | "status">,
): Promise<PayoutStop | null> {
  const { id, ownerId, amountVnd } = payout;
  const [household] = await db
    .select({ status: households.status })
    .from(households)
    .where(eq(households.id, ownerId))
    .limit(1);
  if (household?.status !== "approved") return "suspended";
  const payee = await loadPayee(db, ownerId);
  if (payee === null || !isSameAccount(ownerId, payee, payout)) return "account_changed";
  const parts = await db
    .select({ orderId: payoutOrders.orderId, amountVnd: payoutOrders.amountVnd })
    .from(payoutOrders)
    .where(eq(payoutOrders.disbursementId, id))
    .limit(MAX_ORDERS);
  const orderIds = parts.map(({ orderId }) => orderId);
  const now = await listEarned(db, inArray(orders.id, orderIds), id);
  const byId = new Map(now.map((order) => [order.orderId, order]));
  const isContested = ({ orderId }: { orderId: string }) => {
    const order = byId.get(orderId);
    return order !== undefined && order.amountVnd >= 0 && order.hasOpenReturn;
  };
  if (parts.some(isContested)) return "open_return";
  if (parts.some((part) => byId.get(part.orderId)?.amountVnd !== part.amountVnd)) {
    return "order_changed";
  }
  if (payout.status === "approved") return null; // its amount is held back already
  const heldVnd = await balanceOf({ kind: "household", ownerId }, db);
  return heldVnd < amountVnd ? "balance_short" : null;
}
