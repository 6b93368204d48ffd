import { id, instant, localDate, text } from "../columns";
import { index, table } from "../dialect";
import { users } from "./identity";

/** Keys of the read API for programs outside. The key itself stands nowhere: a copy of the table opens nothing. */
export const apiKeys = table(
  "api_keys",
  {
    id: id(),
    publicId: text("public_id").notNull().unique(), // 16 hex digits of the key, by which it is looked up
    secretHash: text("secret_hash").notNull(), // SHA-256 of the rest, in hex
    consumer: text("consumer").notNull(), // whose program, as an officer wrote it
    createdById: text("created_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    expiresOn: localDate("expires_on").notNull(), // the last day
    revokedById: text("revoked_by_id").references(() => users.id),
    revokedAt: instant("revoked_at"),
    lastUsedOn: localDate("last_used_on"),
  },
  (t) => [index("api_keys_created").on(t.createdAt)],
);
