import { and, eq, inArray, max, sql } from "drizzle-orm";
import { bankTransactions, payments } from "~db/schema/payments";
import { builtOnce, valuesOf, type ReadDatabase } from "~/platform/db.server";
import type { BankTransactionRecord, PaymentRecord } from "./types";

const MAX_REFERENCES = 50;

const columns = {
  id: payments.id,
  checkoutId: payments.checkoutId,
  reference: payments.reference,
  method: payments.method,
  status: payments.status,
  dueVnd: payments.dueVnd,
  capturedVnd: payments.capturedVnd,
  accountNumber: payments.accountNumber,
};

const selectNamed = builtOnce((db) =>
  db
    .select(columns)
    .from(payments)
    .where(inArray(payments.reference, valuesOf("references")))
    .limit(MAX_REFERENCES)
    .prepare(),
);

const selectOfCheckout = builtOnce((db) =>
  db
    .select(columns)
    .from(payments)
    .where(eq(payments.checkoutId, sql.placeholder("checkoutId")))
    .limit(1)
    .prepare(),
);

/** The payments that these references, found in one memo, belong to. */
export async function findPaymentsByReference(
  db: ReadDatabase,
  references: readonly string[],
): Promise<PaymentRecord[]> {
  const asked = references.slice(0, MAX_REFERENCES);
  return asked.length === 0 ? [] : selectNamed(db).execute({ references: JSON.stringify(asked) });
}

/** The payment of a checkout, or null. */
export async function loadPayment(
  db: ReadDatabase,
  checkoutId: string,
): Promise<PaymentRecord | null> {
  const [row] = await selectOfCheckout(db).execute({ checkoutId });
  return row ?? null;
}

/** A line of the inbox, or null. */
export async function loadBankTransaction(
  db: ReadDatabase,
  bankTransactionId: string,
): Promise<BankTransactionRecord | null> {
  const [row] = await db
    .select({
      id: bankTransactions.id,
      provider: bankTransactions.provider,
      direction: bankTransactions.direction,
      amountVnd: bankTransactions.amountVnd,
      occurredAt: bankTransactions.occurredAt,
      status: bankTransactions.status,
    })
    .from(bankTransactions)
    .where(eq(bankTransactions.id, bankTransactionId))
    .limit(1);
  return row ?? null;
}

/** The reference of the payment that a line of the inbox is for, or null. */
export async function findReferenceOfLine(
  db: ReadDatabase,
  bankTransactionId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ reference: payments.reference })
    .from(bankTransactions)
    .innerJoin(payments, eq(payments.id, bankTransactions.paymentId))
    .where(eq(bankTransactions.id, bankTransactionId))
    .limit(1);
  return row?.reference ?? null;
}

/** When the newest line was told that is for this checkout, epoch milliseconds; null for none. */
export async function newestReceiptOf(
  db: ReadDatabase,
  checkoutId: string,
): Promise<number | null> {
  const [row] = await db
    .select({ newestAt: max(bankTransactions.receivedAt) })
    .from(bankTransactions)
    .innerJoin(payments, eq(payments.id, bankTransactions.paymentId))
    .where(and(eq(payments.checkoutId, checkoutId), eq(bankTransactions.status, "matched")));
  return row?.newestAt ?? null;
}
