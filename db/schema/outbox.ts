import { count, id, instant, integerCheck, json, text } from "../columns";
import { index, table } from "../dialect";

/** Work that must happen after a commit, written in the same transaction as the fact it follows from. */
export const outboxMessages = table(
  "outbox_messages",
  {
    id: id(),
    kind: text("kind").notNull(),
    key: text("key").notNull().unique(), // the same fact is sent once
    payload: json<unknown>("payload").notNull(),
    createdAt: instant("created_at").notNull(),
    availableAt: instant("available_at").notNull(),
    attemptCount: count("attempt_count").notNull().default(0),
    completedAt: instant("completed_at"),
    abandonedAt: instant("abandoned_at"), // attempts used up; stays for a person to see
    lastError: text("last_error"),
  },
  (t) => [
    index("outbox_messages_due").on(t.completedAt, t.abandonedAt, t.availableAt),
    integerCheck("outbox_messages_attempt_count", t.attemptCount, 0),
  ],
);
