import { sql } from "drizzle-orm";
import { CLAIM_STATUSES, type ClaimStatus } from "../../app/domain/payments/claim-status";
import { id, instant, json, oneOf, text, vnd, vndCheck } from "../columns";
import { index, table } from "../dialect";
import { users } from "./identity";
import { checkouts } from "./orders";

/** A buyer says that a transfer was made which the order does not show. It moves no money. */
export const transferClaims = table(
  "transfer_claims",
  {
    id: id(),
    checkoutId: text("checkout_id")
      .notNull()
      .references(() => checkouts.id),
    status: text("status").$type<ClaimStatus>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    transferredAt: instant("transferred_at").notNull(),
    bankReference: text("bank_reference").notNull(), // as the buyer's bank shows it; empty without
    photo: json<{ id: string; width: number; height: number }>("photo"), // of the receipt; null without
    sentAt: instant("sent_at").notNull(),
    answer: text("answer"), // what the buyer reads
    answeredById: text("answered_by_id").references(() => users.id),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("transfer_claims_checkout").on(t.checkoutId, t.sentAt),
    index("transfer_claims_sent").on(t.sentAt, t.id),
    index("transfer_claims_open")
      .on(t.sentAt)
      .where(sql`status = 'open'`),
    oneOf("transfer_claims_status", t.status, CLAIM_STATUSES),
    vndCheck("transfer_claims_amount_vnd", t.amountVnd, 1),
  ],
);
