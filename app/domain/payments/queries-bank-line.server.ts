import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
  payments,
} from "~db/schema/payments";
import { reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { findReferences } from "./find-references";
import { maskAccount } from "./mask-account";
import { nearReferences } from "./near-references";
import type { BankLineView, OrderSuggestion } from "./types-bank-line";

const MAX_SUGGESTIONS = 12;
const MAX_EVIDENCE = 20;
/** Whoever waits for money of just this amount, and ordered that shortly before it came. */
const SAME_AMOUNT_DAYS = 14;

/** A line of the inbox with what else was reported of it, and what it may have been for; null when there is none. */
export async function findBankLine(bankTransactionId: string): Promise<BankLineView | null> {
  const [line] = await reader()
    .select({
      id: bankTransactions.id,
      provider: bankTransactions.provider,
      direction: bankTransactions.direction,
      amountVnd: bankTransactions.amountVnd,
      balanceVnd: bankTransactions.balanceVnd,
      content: bankTransactions.content,
      bankReference: bankTransactions.bankReference,
      accountNumber: bankTransactions.accountNumber,
      occurredAt: bankTransactions.occurredAt,
      receivedAt: bankTransactions.receivedAt,
      status: bankTransactions.status,
      reason: bankTransactions.reason,
      checkoutCode: payments.reference,
    })
    .from(bankTransactions)
    .leftJoin(payments, eq(payments.id, bankTransactions.paymentId))
    .where(eq(bankTransactions.id, bankTransactionId))
    .limit(1);
  if (!line) return null;
  const { accountNumber, ...view } = line;
  const isUnknownReceipt = line.status === "suspense" && line.direction === "in";
  return {
    ...view,
    maskedAccount: maskAccount(accountNumber),
    conflicts: await reader()
      .select({ receivedAt: bankTransactionConflicts.receivedAt })
      .from(bankTransactionConflicts)
      .where(eq(bankTransactionConflicts.bankTransactionId, line.id))
      .limit(MAX_EVIDENCE),
    sightings: await reader()
      .select({
        provider: bankTransactionSightings.provider,
        receivedAt: bankTransactionSightings.receivedAt,
      })
      .from(bankTransactionSightings)
      .where(eq(bankTransactionSightings.bankTransactionId, line.id))
      .limit(MAX_EVIDENCE),
    suggestions: isUnknownReceipt ? await suggestOrders(line) : [],
  };
}

/** What money without a certain order may be for, the likeliest first; each order once. */
async function suggestOrders(line: {
  amountVnd: number;
  content: string;
  occurredAt: number;
  checkoutCode: string | null;
}): Promise<OrderSuggestion[]> {
  const named = findReferences(line.content);
  if (line.checkoutCode !== null) named.push(line.checkoutCode);
  const { candidates, beginnings } = nearReferences(line.content);
  const startsSo = beginnings.map((text) =>
    and(gte(payments.reference, text), lt(payments.reference, `${text}~`)),
  );
  const found = [
    ...(await select("named", inArray(payments.reference, named))),
    ...(await select("nearly_named", or(inArray(payments.reference, candidates), ...startsSo))),
    ...(await select("same_amount", awaits(line))),
  ];
  const byCode = new Map<string, OrderSuggestion>();
  for (const one of found) if (!byCode.has(one.code)) byCode.set(one.code, one);
  return [...byCode.values()].slice(0, MAX_SUGGESTIONS);
}

function awaits({ amountVnd, occurredAt }: { amountVnd: number; occurredAt: number }) {
  return and(
    inArray(payments.status, ["open", "partially_paid", "on_delivery", "expired"]),
    sql`${payments.dueVnd} - ${payments.capturedVnd} = ${amountVnd}`,
    sql`${payments.openedAt} between ${occurredAt - SAME_AMOUNT_DAYS * DAY_MS} and ${occurredAt + DAY_MS}`,
  );
}

async function select(
  why: OrderSuggestion["why"],
  where: SQL | undefined,
): Promise<OrderSuggestion[]> {
  const rows = await reader()
    .select({
      code: payments.reference,
      method: payments.method,
      status: payments.status,
      dueVnd: payments.dueVnd,
      capturedVnd: payments.capturedVnd,
      placedAt: checkouts.placedAt,
    })
    .from(payments)
    .innerJoin(checkouts, eq(checkouts.id, payments.checkoutId))
    .where(where)
    .orderBy(desc(payments.openedAt))
    .limit(MAX_SUGGESTIONS);
  return rows.map(({ dueVnd, capturedVnd, ...row }) => ({
    ...row,
    why,
    remainingVnd: row.status === "paid" || row.status === "cancelled" ? 0 : dueVnd - capturedVnd,
  }));
}
