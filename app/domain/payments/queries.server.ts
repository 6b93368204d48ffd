import { and, count, desc, eq, inArray, sum } from "drizzle-orm";
import { bankTransactionConflicts, bankTransactions, payments } from "~db/schema/payments";
import { orders } from "~db/schema/orders";
import { accountBalances } from "~db/schema/settlement";
import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { findBank } from "./banks";
import { findReferences } from "./find-references";
import { maskAccount } from "./mask-account";
import type { BankTransactionStatus } from "./payment-status";
import type { BankTransactionPage, PaymentView } from "./types";
import { encodeVietQr } from "./vietqr-encode";

const PAGE_SIZE = 30;

/** How the money of this checkout stands, or null when it has no payment. */
export async function findPayment(checkoutId: string): Promise<PaymentView | null> {
  const [payment] = await reader()
    .select()
    .from(payments)
    .where(eq(payments.checkoutId, checkoutId))
    .limit(1);
  if (!payment) return null;
  const remainingVnd = await remainingOf(payment);
  const isTransferAwaited = remainingVnd > 0 && payment.method !== "card";
  const qr = encodeVietQr({
    bankBin: payment.bankBin,
    accountNumber: payment.accountNumber,
    amountVnd: remainingVnd,
    memo: payment.reference,
  });
  return {
    method: payment.method,
    status: payment.status,
    dueVnd: payment.dueVnd,
    capturedVnd: payment.capturedVnd,
    remainingVnd,
    paidAt: payment.paidAt,
    refundDueVnd: await refundDueOf(checkoutId),
    bankBin: payment.bankBin,
    bankName: findBank(payment.bankBin)?.shortName ?? null,
    accountNumber: payment.accountNumber,
    accountName: settings().BANK_ACCOUNT_NAME,
    memo: payment.reference,
    vietQrPayload: isTransferAwaited && qr.ok ? qr.value : null,
  };
}

async function remainingOf(payment: typeof payments.$inferSelect): Promise<number> {
  switch (payment.status) {
    case "open":
    case "partially_paid":
      return payment.dueVnd - payment.capturedVnd;
    case "paid":
    case "expired":
    case "cancelled":
      return 0;
    case "on_delivery": {
      const [open] = await reader()
        .select({ cashVnd: sum(orders.cashVnd).mapWith(Number) })
        .from(orders)
        .where(
          and(
            eq(orders.checkoutId, payment.checkoutId),
            inArray(orders.status, [...OPEN_ORDER_STATUSES]),
          ),
        );
      return open?.cashVnd ?? 0;
    }
  }
}

async function refundDueOf(checkoutId: string): Promise<number> {
  const [account] = await reader()
    .select({ balanceVnd: accountBalances.balanceVnd })
    .from(accountBalances)
    .where(eq(accountBalances.accountId, `refund_due:${checkoutId}`)) // as db/schema/settlement names accounts
    .limit(1);
  return Math.abs(account?.balanceVnd ?? 0);
}

/** The inbox as the department reviews it, newest first, 30 a page; `status` null shows all. */
export async function listBankTransactions(params: {
  status: BankTransactionStatus | null;
  page: number;
}): Promise<BankTransactionPage> {
  const filter = params.status === null ? undefined : eq(bankTransactions.status, params.status);
  const transactionCount = await reader().$count(bankTransactions, filter);
  const pageCount = Math.max(1, Math.ceil(transactionCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  // The ids alone come out of an index, however far back the page is.
  const shown = reader()
    .select({ id: bankTransactions.id })
    .from(bankTransactions)
    .where(filter)
    .orderBy(desc(bankTransactions.receivedAt), desc(bankTransactions.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const rows = await reader()
    .select({
      id: bankTransactions.id,
      provider: bankTransactions.provider,
      direction: bankTransactions.direction,
      amountVnd: bankTransactions.amountVnd,
      content: bankTransactions.content,
      accountNumber: bankTransactions.accountNumber,
      occurredAt: bankTransactions.occurredAt,
      receivedAt: bankTransactions.receivedAt,
      status: bankTransactions.status,
      reason: bankTransactions.reason,
      checkoutCode: payments.reference,
    })
    .from(bankTransactions)
    .leftJoin(payments, eq(payments.id, bankTransactions.paymentId))
    .where(inArray(bankTransactions.id, shown))
    .orderBy(desc(bankTransactions.receivedAt), desc(bankTransactions.id))
    .limit(PAGE_SIZE);
  const conflictCounts = await countConflicts(rows.map((row) => row.id));
  return {
    transactions: rows.map(({ accountNumber, ...row }) => ({
      ...row,
      maskedAccount: maskAccount(accountNumber),
      references: findReferences(row.content),
      conflictCount: conflictCounts.get(row.id) ?? 0,
    })),
    page,
    pageCount,
    transactionCount,
  };
}

async function countConflicts(bankTransactionIds: string[]): Promise<Map<string, number>> {
  const rows = await reader()
    .select({ id: bankTransactionConflicts.bankTransactionId, conflictCount: count() })
    .from(bankTransactionConflicts)
    .where(inArray(bankTransactionConflicts.bankTransactionId, bankTransactionIds))
    .groupBy(bankTransactionConflicts.bankTransactionId)
    .limit(PAGE_SIZE);
  return new Map(rows.map((row) => [row.id, row.conflictCount]));
}

/** How many lines stand so, out of an index. */
export async function countBankTransactions(status: BankTransactionStatus): Promise<number> {
  return reader().$count(bankTransactions, eq(bankTransactions.status, status));
}
