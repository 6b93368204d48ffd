import type { Answered } from "../../app/domain/catalog/listing-answers";
import { count, id, instant, integerCheck, json, text } from "../columns";
import { index, table } from "../dialect";
import { households } from "./households";
import { users } from "./identity";

/** A product that a household is still being asked about. Its id is the id of the product that it becomes. */
export const listingDrafts = table(
  "listing_drafts",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    userId: text("user_id") // who began it
      .notNull()
      .references(() => users.id),
    answers: json<Answered>("answers").notNull(),
    version: count("version").notNull(), // grows with every answer
    createdAt: instant("created_at").notNull(),
    touchedAt: instant("touched_at").notNull(),
  },
  (t) => [
    index("listing_drafts_household").on(t.householdId, t.touchedAt),
    index("listing_drafts_touched_at").on(t.touchedAt),
    integerCheck("listing_drafts_version", t.version, 1),
  ],
);
