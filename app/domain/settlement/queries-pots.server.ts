import { and, desc, eq, gte, or, sql, sum } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { orders } from "~db/schema/orders";
import { bankTransactions } from "~db/schema/payments";
import { cardRefunds } from "~db/schema/payments-cards";
import { toldBalances } from "~db/schema/settlement-reconciliation";
import {
  accountBalances,
  allocationParts,
  allocations,
  disbursements,
  transfers,
} from "~db/schema/settlement";
import { isBroughtByHousehold } from "~/domain/fulfilment/carriers";
import type { ReadDatabase } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import type { CardEntry } from "./card-comparison";
import { cashKept } from "./cash-kept";
import type { LedgerAccountKind } from "./ledger-accounts";
import { stretchesOf } from "./queries-stretches.server";

/** What all accounts of a kind hold, debits less credits; reads those only that hold something. */
export async function sumOfKind(db: ReadDatabase, kind: LedgerAccountKind): Promise<number> {
  const [row] = await db
    .select({ balanceVnd: sum(accountBalances.balanceVnd).mapWith(Number) })
    .from(accountBalances)
    .where(and(eq(accountBalances.kind, kind), sql`${accountBalances.balanceVnd} <> 0`));
  return row?.balanceVnd ?? 0;
}

/** By the orders that were delivered: what carriers have taken, and what households owe of what they took. */
export async function sumDoorCash(
  db: ReadDatabase,
): Promise<{ couriersVnd: number; householdsVnd: number }> {
  let couriersVnd = 0;
  let householdsVnd = 0;
  for await (const stretch of stretchesOf(db, "orders")) {
    const rows = await db
      .select({
        totalVnd: orders.totalVnd,
        commissionVnd: orders.commissionVnd,
        vatVnd: orders.vatVnd,
        pitVnd: orders.pitVnd,
        cashVnd: orders.cashVnd,
        status: orders.status,
        carrier: shipments.carrier,
        recoveredVnd: sql<number>`coalesce(${sum(transfers.amountVnd)}, 0)`.mapWith(Number),
      })
      .from(orders)
      .leftJoin(shipments, eq(shipments.orderId, orders.id))
      .leftJoin(
        transfers,
        and(
          eq(transfers.referenceKind, "order"),
          eq(transfers.referenceId, orders.id),
          eq(transfers.reason, "debt_recovered"),
          eq(transfers.creditAccountId, sql`'household_cash:' || ${orders.householdId}`),
        ),
      )
      .where(stretch)
      .groupBy(orders.id);
    for (const { status, carrier, recoveredVnd, ...order } of rows) {
      householdsVnd -= recoveredVnd;
      if (status !== "delivered") continue;
      if (carrier !== null && isBroughtByHousehold(carrier)) {
        householdsVnd += order.cashVnd - cashKept(order);
      } else {
        couriersVnd += order.cashVnd;
      }
    }
  }
  return { couriersVnd, householdsVnd };
}

/** What lines of our bank are said to have been of carriers, or to have gone to a telecom. */
export async function sumAllocatedAs(
  db: ReadDatabase,
  purpose: "courier" | "wallet",
  subjectId?: string,
): Promise<number> {
  const [row] = await db
    .select({ amountVnd: sum(allocationParts.amountVnd).mapWith(Number) })
    .from(allocationParts)
    .innerJoin(allocations, eq(allocations.id, allocationParts.allocationId))
    .where(
      and(
        eq(allocationParts.purpose, purpose),
        eq(allocations.status, "done"),
        subjectId === undefined ? undefined : eq(allocationParts.subjectId, subjectId),
      ),
    );
  return row?.amountVnd ?? 0;
}

/** What payouts say that they took out of our account at a telecom. */
export async function sumWalletPayouts(db: ReadDatabase, walletId: string): Promise<number> {
  const [row] = await db
    .select({ amountVnd: sum(disbursements.amountVnd).mapWith(Number) })
    .from(disbursements)
    .where(
      and(
        eq(disbursements.bankBin, walletId),
        eq(disbursements.status, "paid"),
        eq(disbursements.kind, "payout"),
      ),
    );
  return row?.amountVnd ?? 0;
}

export type ToldBalance = { balanceVnd: number; ledgerVnd: number; toldAt: number };

/** What an officer last read in a telecom's app; null: nobody has looked yet. */
export async function newestTold(db: ReadDatabase, walletId: string): Promise<ToldBalance | null> {
  const [row] = await db
    .select({
      balanceVnd: toldBalances.balanceVnd,
      ledgerVnd: toldBalances.ledgerVnd,
      toldAt: toldBalances.toldAt,
    })
    .from(toldBalances)
    .where(eq(toldBalances.walletId, walletId))
    .orderBy(desc(toldBalances.toldAt), desc(toldBalances.id))
    .limit(1);
  return row ?? null;
}

/** What the ledger has for each thing of the card provider's since a day, under the provider's own names. */
export async function listCardEntries(db: ReadDatabase, since: LocalDate): Promise<CardEntry[]> {
  const netVnd = sql<number>`case when ${transfers.debitAccountId} = 'card_clearing'
    then ${transfers.amountVnd} else -${transfers.amountVnd} end`.mapWith(Number);
  const rows = await db
    .select({
      kind: transfers.referenceKind,
      id: transfers.referenceId,
      providerRefundId: cardRefunds.providerRefundId,
      netVnd,
      occurredAt: transfers.occurredAt,
      lineAt: bankTransactions.occurredAt,
    })
    .from(transfers)
    .leftJoin(cardRefunds, eq(cardRefunds.id, transfers.referenceId))
    .leftJoin(bankTransactions, eq(bankTransactions.id, transfers.referenceId))
    .where(
      and(
        gte(transfers.localDate, since),
        or(
          eq(transfers.debitAccountId, "card_clearing"),
          eq(transfers.creditAccountId, "card_clearing"),
        ),
      ),
    )
    .limit(CARD_ENTRIES_MAX);
  return rows.map((row) => ({
    sourceId: row.providerRefundId ?? row.id,
    kind: row.kind === "bank_transaction" ? "payout" : "other",
    netVnd: row.netVnd,
    occurredAt: row.lineAt ?? row.occurredAt,
  }));
}

/** Of five weeks; many times what a province's cards pay. */
const CARD_ENTRIES_MAX = 100_000;
