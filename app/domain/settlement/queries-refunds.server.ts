import { and, asc, count, eq, inArray, ne, sql, sum } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { bankTransactions } from "~db/schema/payments";
import { cardCharges } from "~db/schema/payments-cards";
import { accountBalances, ledgerAccounts, transfers } from "~db/schema/settlement";
import { payees } from "~db/schema/settlement-payees";
import { maskPhone } from "~/domain/identity/phone";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import type { TransferReason } from "./ledger-accounts";
import { REFUND_CAUSES, type RefundCause, type RefundPage } from "./types";

const PAGE_SIZE = 30;
/** Transfers that one refund may be made of and still be explained. */
const MAX_TRANSFERS = PAGE_SIZE * 20;

const isOpen = and(
  eq(accountBalances.kind, "refund_due"),
  ne(accountBalances.balanceVnd, sql`0`), // as the index says it, which holds these accounts only
);

/** Buyers whom the market owes money, in the order of their purchases, 30 a page. */
export async function listRefundsDue(askedPage: number): Promise<RefundPage> {
  const [all] = await reader()
    .select({
      refundCount: count(),
      balanceVnd: sum(accountBalances.balanceVnd).mapWith(Number),
    })
    .from(accountBalances)
    .where(isOpen);
  const refundCount = all?.refundCount ?? 0;
  const pageCount = Math.max(1, Math.ceil(refundCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, askedPage), pageCount);
  const rows = await reader()
    .select({
      accountId: accountBalances.accountId,
      balanceVnd: accountBalances.balanceVnd,
      ownerId: ledgerAccounts.ownerId,
      since: ledgerAccounts.createdAt,
      orderCode: checkouts.code,
      buyerPhone: checkouts.buyerPhone,
      payeeOwnerId: payees.ownerId,
    })
    .from(accountBalances)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, accountBalances.accountId))
    .leftJoin(checkouts, eq(checkouts.id, ledgerAccounts.ownerId))
    .leftJoin(payees, eq(payees.ownerId, ledgerAccounts.ownerId))
    .where(isOpen)
    .orderBy(asc(accountBalances.accountId)) // a checkout's id sorts by when it was made
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const causes = await listCauses(rows.map((row) => row.accountId));
  return {
    refunds: rows.map(({ accountId, balanceVnd, buyerPhone, payeeOwnerId, ...row }) => ({
      ...row,
      ownerId: present(row.ownerId, "money that is owed to nobody"),
      maskedPhone: buyerPhone === null ? null : maskPhone(buyerPhone),
      hasPayee: payeeOwnerId !== null,
      amountVnd: Math.abs(balanceVnd),
      causes: REFUND_CAUSES.filter((cause) => causes.get(accountId)?.has(cause)),
    })),
    refundCount,
    totalVnd: Math.abs(all?.balanceVnd ?? 0),
    page,
    pageCount,
  };
}

async function listCauses(accountIds: string[]): Promise<Map<string, Set<RefundCause>>> {
  const rows = await reader()
    .select({
      accountId: transfers.creditAccountId,
      reason: transfers.reason,
      referenceKind: transfers.referenceKind,
      orderStatus: orders.status,
      lineReason: bankTransactions.reason,
      chargeReason: cardCharges.reason,
    })
    .from(transfers)
    .leftJoin(orders, eq(orders.id, transfers.referenceId))
    .leftJoin(bankTransactions, eq(bankTransactions.id, transfers.referenceId))
    .leftJoin(cardCharges, eq(cardCharges.id, transfers.referenceId))
    .where(inArray(transfers.creditAccountId, accountIds))
    .limit(MAX_TRANSFERS);
  const byAccount = new Map<string, Set<RefundCause>>();
  for (const row of rows) {
    if (row.reason === "disbursement_undone" || row.reason === "card_refund_failed") continue; // it is owed for what it was owed for before
    const causes = byAccount.get(row.accountId) ?? new Set();
    byAccount.set(row.accountId, causes.add(causeOf(row)));
  }
  return byAccount;
}

function causeOf(transfer: {
  reason: TransferReason;
  referenceKind: string;
  orderStatus: string | null;
  lineReason: string | null;
  chargeReason: string | null;
}): RefundCause {
  if (transfer.reason === "receipt_allocated") return "sent_back";
  if (transfer.referenceKind === "payment") return "paid_in_part";
  if (transfer.referenceKind === "return_request") return "returned";
  if (transfer.referenceKind === "order") {
    const { orderStatus } = transfer;
    return orderStatus === "refused" || orderStatus === "lost" ? orderStatus : "cancelled";
  }
  return (transfer.lineReason ?? transfer.chargeReason) === "refund_due" ? "not_due" : "overpaid";
}
