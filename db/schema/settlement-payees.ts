import { id, instant, text } from "../columns";
import { index, table } from "../dialect";
import { users } from "./identity";

/**
 * Where money for somebody is to be sent: the account's number and name sealed (platform/seal), so that a copy of the
 * database tells neither. One for each owner; a later entry replaces it.
 */
export const payees = table("payees", {
  ownerId: text("owner_id").primaryKey(), // a checkout, the bank's line of an unknown sender, or a household
  bankBin: text("bank_bin").notNull(), // NAPAS number, or the word of a telecom (settlement/wallets)
  sealedAccount: text("sealed_account").notNull(), // {"accountNumber", "accountName"}
  accountEnding: text("account_ending").notNull(), // the last four characters, for the screen
  enteredAt: instant("entered_at").notNull(),
  heldUntil: instant("held_until"), // named soon after an entry by an officer's code or a change of phone: nothing is paid there before
  enteredById: text("entered_by_id").references(() => users.id), // null: the buyer by the order's link, or a household
});

/**
 * A household's account as it stood before somebody came in by an officer's code and named another: it comes back when the
 * household says that it was somebody else, and is forgotten when it may not say so any more. A row for each such entry.
 */
export const keptPayees = table(
  "kept_payees",
  {
    id: id(),
    ownerId: text("owner_id").notNull(), // a household
    bankBin: text("bank_bin").notNull(),
    sealedAccount: text("sealed_account").notNull(), // as of `payees`
    accountEnding: text("account_ending").notNull(),
    enteredAt: instant("entered_at").notNull(),
    heldUntil: instant("held_until"),
    enteredById: text("entered_by_id").references(() => users.id),
    keptUntil: instant("kept_until").notNull(),
  },
  (t) => [
    index("kept_payees_owner").on(t.ownerId, t.enteredAt),
    index("kept_payees_until").on(t.keptUntil),
  ],
);

/** Each account that somebody has named, or that came back; by it a household is told. Append-only (trigger). */
export const payeeEvents = table(
  "payee_events",
  {
    id: id(),
    ownerId: text("owner_id").notNull(),
    bankBin: text("bank_bin").notNull(),
    accountEnding: text("account_ending").notNull(),
    actorId: text("actor_id"), // null: the buyer by the order's link
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("payee_events_owner").on(t.ownerId, t.occurredAt)],
);
