import { and, eq, inArray, or, sql, sum } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { checkouts } from "~db/schema/orders";
import { bankTransactions } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import { payees } from "~db/schema/settlement-payees";
import { CARD_REFUND_HELD } from "~/domain/payments/card-status";
import {
  listCardRefundsOf,
  listChargesOf,
  refundableOf,
} from "~/domain/payments/queries-cards-records.server";
import { listUnbooked } from "~/domain/payments/queries-strays-records.server";
import type { CardRefundRecord } from "~/domain/payments/types-cards";
import { findGoneVoucher } from "~/domain/vouchers/queries-gone.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { ledgerAccountId } from "./ledger-accounts";
import { balanceOf } from "./queries.server";
import { listDisbursementsOf } from "./queries-disbursements.server";
import { findPayeeTrust } from "./queries-payee-trust.server";
import { sumOnTheWay } from "./queries-disbursements-records.server";
import { payeePlaceName } from "./wallets";
import type { BuyerRefund, RefundView } from "./types-disbursements";

/** The checkout that owns a debt to a buyer; null when the owner is a line whose sender nobody knows. */
export async function findOwnerCheckout(db: ReadDatabase, ownerId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(eq(checkouts.id, ownerId))
    .limit(1);
  return row?.id ?? null;
}

/** What is owed to an owner and what became of it; null when it was never owed anything. */
export async function findRefund(ownerId: string): Promise<RefundView | null> {
  const db = reader();
  const owedVnd = await balanceOf({ kind: "refund_due", ownerId }, db);
  const disbursements = await listDisbursementsOf(ownerId);
  const toCards = await listCardRefundsOf(db, { checkoutId: ownerId });
  const strays = await listUnbooked(db, ownerId);
  const isKnown = [disbursements, toCards, strays].some((list) => list.length > 0);
  if (owedVnd === 0 && !isKnown) return null;
  const [checkout] = await db
    .select({ code: checkouts.code })
    .from(checkouts)
    .where(eq(checkouts.id, ownerId))
    .limit(1);
  const [line] = await db
    .select({ content: bankTransactions.content, occurredAt: bankTransactions.occurredAt })
    .from(bankTransactions)
    .where(eq(bankTransactions.id, ownerId))
    .limit(1);
  return {
    ownerId,
    orderCode: checkout?.code ?? null,
    line: line ?? null,
    owedVnd,
    onTheWayVnd: await sumOnTheWay(db, ownerId),
    payee: await findPayee(db, ownerId),
    disbursements,
  };
}

/** How a buyer's money stands that is to come back; null when nothing was ever owed. */
export async function findBuyerRefund(checkoutId: string): Promise<BuyerRefund | null> {
  const refund = await findRefund(checkoutId);
  if (!refund) return null;
  const refunds = await listCardRefundsOf(reader(), { checkoutId });
  const isOwed = refund.owedVnd > 0 || refund.disbursements.length > 0 || refunds.length > 0;
  if (!isOwed) return null;
  const toCard = refunds.filter(({ status }) => CARD_REFUND_HELD.some((held) => held === status));
  const toCardVnd = toCard.reduce((total, { amountVnd }) => total + amountVnd, 0);
  const { owedVnd, onTheWayVnd, payee, disbursements } = refund;
  const paid = disbursements.filter(({ status }) => status === "paid");
  const paidVnd = paid.reduce((total, { amountVnd }) => total + amountVnd, 0);
  // What is on its way goes where it was approved for, whatever was said since.
  const sending = disbursements.find(({ status }) => status === "approved") ?? null;
  const cardOwedVnd = await sumOwedToCards(checkoutId, { owedVnd, refunds });
  const goneVoucher = await findGoneVoucher(reader(), checkoutId);
  return { owedVnd, onTheWayVnd, paidVnd, payee, sending, toCardVnd, cardOwedVnd, goneVoucher };
}

/** As far as its cards still take it back, or have it outside our books: not what a bank brought too much, nor where a card did not take it. */
async function sumOwedToCards(
  checkoutId: string,
  { owedVnd, refunds }: { owedVnd: number; refunds: readonly CardRefundRecord[] },
): Promise<number> {
  const db = reader();
  let leftVnd = 0;
  for (const charge of await listChargesOf(db, checkoutId)) {
    const hasFailed = refunds.some((one) => one.chargeId === charge.id && one.status === "failed");
    if (!hasFailed) leftVnd += await refundableOf(db, charge);
  }
  for (const { amountVnd } of await listUnbooked(db, checkoutId)) leftVnd += amountVnd;
  if (leftVnd === 0) return 0;
  const fromBankVnd = await sumExcessOfBank(db, checkoutId);
  return Math.max(0, Math.min(leftVnd, owedVnd - fromBankVnd));
}

/** What of a debt to a buyer is money of the bank's that paid for nothing, less what was sent back. */
async function sumExcessOfBank(db: ReadDatabase, ownerId: string): Promise<number> {
  const accountId = ledgerAccountId({ kind: "refund_due", ownerId });
  const isOwed = eq(transfers.creditAccountId, accountId);
  const signed = sql`case when ${isOwed} then ${transfers.amountVnd} else -${transfers.amountVnd} end`;
  const [row] = await db
    .select({ amountVnd: sum(signed).mapWith(Number) })
    .from(transfers)
    .where(
      and(
        or(isOwed, eq(transfers.debitAccountId, accountId)),
        inArray(transfers.referenceKind, ["bank_transaction", "disbursement"]),
      ),
    );
  return Math.max(0, row?.amountVnd ?? 0);
}

async function findPayee(db: ReadDatabase, ownerId: string): Promise<RefundView["payee"]> {
  const [row] = await db
    .select({ payee: payees, enteredByName: users.fullName })
    .from(payees)
    .leftJoin(users, eq(users.id, payees.enteredById))
    .where(eq(payees.ownerId, ownerId))
    .limit(1);
  if (!row) return null;
  const { payee, enteredByName } = row;
  const { waitsUntil } = await findPayeeTrust(db, ownerId);
  return {
    waitsUntil,
    enteredByName,
    bankBin: payee.bankBin,
    bankName: payeePlaceName(payee.bankBin),
    accountEnding: payee.accountEnding,
    enteredAt: payee.enteredAt,
  };
}
