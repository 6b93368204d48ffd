import { sql } from "drizzle-orm";
import { flag, id, instant, integerCheck, text, vnd } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { orders } from "./orders";
import { disbursements } from "./settlement";

/**
 * Which orders a payout pays, and how much of each; below zero for one that was paid before and came back. Only whether
 * it stands may change (trigger), with its disbursement.
 */
export const payoutOrders = table(
  "payout_orders",
  {
    id: id(),
    disbursementId: text("disbursement_id")
      .notNull()
      .references(() => disbursements.id),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    amountVnd: vnd("amount_vnd").notNull(),
    isStanding: flag("is_standing").notNull().default(true), // false: withdrawn or returned
  },
  (t) => [
    uniqueIndex("payout_orders_once").on(t.disbursementId, t.orderId),
    // No order is paid twice, whoever presses which button when.
    uniqueIndex("payout_orders_one_standing")
      .on(t.orderId)
      .where(sql`is_standing and amount_vnd > 0`),
    index("payout_orders_order").on(t.orderId),
    integerCheck("payout_orders_amount_vnd", t.amountVnd),
  ],
);

/**
 * That a Mobile Money payout was sent by hand in the telecom's app, as one person says and a second has seen. The bank
 * shows only that money went to the telecom.
 */
export const walletReports = table(
  "wallet_reports",
  {
    disbursementId: text("disbursement_id")
      .primaryKey()
      .references(() => disbursements.id),
    reference: text("reference").notNull().unique(), // as the telecom's app gives it
    reportedById: text("reported_by_id")
      .notNull()
      .references(() => users.id),
    reportedAt: instant("reported_at").notNull(),
    agreedById: text("agreed_by_id").references(() => users.id), // somebody else
  },
  (t) => [
    check(
      "wallet_reports_two_people",
      sql`${t.agreedById} is null or ${t.agreedById} <> ${t.reportedById}`,
    ),
  ],
);

/**
 * That the telecom gave a payout back to our account there, as one person says: it counts once a second has seen it (both
 * in the telecom's app), and may be taken back until then. What was said stands, and what was agreed to stays (triggers).
 */
export const walletReturns = table(
  "wallet_returns",
  {
    disbursementId: text("disbursement_id")
      .primaryKey()
      .references(() => walletReports.disbursementId),
    note: text("note").notNull(), // what the app says, and why
    reportedById: text("reported_by_id")
      .notNull()
      .references(() => users.id),
    reportedAt: instant("reported_at").notNull(),
    agreedById: text("agreed_by_id").references(() => users.id), // somebody else
  },
  (t) => [
    check(
      "wallet_returns_two_people",
      sql`${t.agreedById} is null or ${t.agreedById} <> ${t.reportedById}`,
    ),
  ],
);
