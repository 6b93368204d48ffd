import { and, eq, inArray, sql, sum, type SQL } from "drizzle-orm";
import type { AnyColumn } from "~db/dialect";
import { cardCharges, cardDisputes, cardRefunds } from "~db/schema/payments-cards";
import { bankTransactions } from "~db/schema/payments";
import { allocationParts, allocations, transfers } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import type { TransferReason } from "./ledger-accounts";
import type { Stretch } from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

type Kind = "card_charge" | "card_refund" | "card_dispute";

/** What the ledger posted for such a row, under these reasons less under those. */
function postedFor(
  db: ReadDatabase,
  row: { kind: Kind; id: AnyColumn },
  { plus, minus = [] }: { plus: TransferReason[]; minus?: TransferReason[] },
): SQL<number> {
  const signed = sql`case when ${inArray(transfers.reason, plus)} then ${transfers.amountVnd} else -${transfers.amountVnd} end`;
  const posted = db
    .select({ amountVnd: sum(signed) })
    .from(transfers)
    .where(
      and(
        eq(transfers.referenceKind, row.kind),
        eq(transfers.referenceId, row.id),
        inArray(transfers.reason, [...plus, ...minus]),
      ),
    );
  return sql<number>`coalesce(${posted}, 0)`.mapWith(Number);
}

export type CardRow = {
  subjectId: string;
  /** By each check what the row says and what the ledger does. */
  checks: [LedgerDifference["name"], number, number][];
  /** What the provider holds for us because of it; below zero where it has given or taken. */
  clearingVnd: number;
};

/** Charges of a stretch: what came, and what the provider took of it. */
export async function listChargeRows(db: ReadDatabase, stretch: Stretch): Promise<CardRow[]> {
  const of = { kind: "card_charge", id: cardCharges.id } as const;
  const rows = await db
    .select({
      id: cardCharges.id,
      amountVnd: cardCharges.amountVnd,
      feeVnd: cardCharges.feeVnd,
      received: postedFor(db, of, { plus: ["card_received"] }),
      fee: postedFor(db, of, { plus: ["card_fee"] }),
    })
    .from(cardCharges)
    .where(stretch);
  return rows.map(({ id, amountVnd, feeVnd, received, fee }) => ({
    subjectId: id,
    checks: [
      ["card_charge", amountVnd, received],
      ["card_fee", feeVnd ?? 0, fee],
    ],
    clearingVnd: amountVnd - (feeVnd ?? 0),
  }));
}

/** Refunds to cards: what is on its way or there was taken from what is owed, all else was not. */
export async function listCardRefundRows(db: ReadDatabase, stretch: Stretch): Promise<CardRow[]> {
  const of = { kind: "card_refund", id: cardRefunds.id } as const;
  const rows = await db
    .select({
      id: cardRefunds.id,
      status: cardRefunds.status,
      amountVnd: cardRefunds.amountVnd,
      posted: postedFor(db, of, { plus: ["card_refunded"], minus: ["card_refund_failed"] }),
    })
    .from(cardRefunds)
    .where(stretch);
  return rows.map(({ id, status, amountVnd, posted }) => {
    const isHeld = status === "sending" || status === "pending" || status === "succeeded";
    const heldVnd = isHeld ? amountVnd : 0;
    return { subjectId: id, checks: [["card_refund", heldVnd, posted]], clearingVnd: -heldVnd };
  });
}

/** Disputes: held while open, and what the provider took for it. */
export async function listDisputeRows(db: ReadDatabase, stretch: Stretch): Promise<CardRow[]> {
  const of = { kind: "card_dispute", id: cardDisputes.id } as const;
  const rows = await db
    .select({
      id: cardDisputes.id,
      status: cardDisputes.status,
      amountVnd: cardDisputes.amountVnd,
      feeVnd: cardDisputes.feeVnd,
      held: postedFor(db, of, {
        plus: ["dispute_opened"],
        minus: ["dispute_won", "dispute_lost"],
      }),
      fee: postedFor(db, of, { plus: ["card_fee"] }),
    })
    .from(cardDisputes)
    .where(stretch);
  return rows.map(({ id, status, amountVnd, feeVnd, held, fee }) => ({
    subjectId: id,
    checks: [
      ["card_dispute", status === "open" ? amountVnd : 0, held],
      ["card_fee", feeVnd, fee],
    ],
    clearingVnd: -feeVnd - (status === "won" ? 0 : amountVnd),
  }));
}

/** What lines of our bank are said to be of the card provider's: what came less what it took back. */
export async function sumPaidOut(db: ReadDatabase): Promise<number> {
  const signedVnd = sql`case ${bankTransactions.direction} when 'in' then ${allocationParts.amountVnd} else -${allocationParts.amountVnd} end`;
  const [row] = await db
    .select({ paidVnd: sum(signedVnd).mapWith(Number) })
    .from(allocationParts)
    .innerJoin(allocations, eq(allocations.id, allocationParts.allocationId))
    .innerJoin(bankTransactions, eq(bankTransactions.id, allocations.bankTransactionId))
    .where(and(eq(allocationParts.purpose, "card"), eq(allocations.status, "done")));
  return row?.paidVnd ?? 0;
}
