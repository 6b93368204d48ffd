import { STALL_WAYS, type StallWay } from "../../app/domain/stalls/stall-ways";
import { id, instant, localDate, oneOf, text, vnd, vndCheck } from "../columns";
import { check, index, table } from "../dialect";
import { households } from "./households";
import { users } from "./identity";
import { sql } from "drizzle-orm";

/**
 * What a household took at a market stall, in its own words: its own book, of which no figure of the market is made. An
 * entry is never changed; a wrong one is struck out and stays to be read.
 */
export const stallTakings = table(
  "stall_takings",
  {
    id: id(), // made with the form
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    takenOn: localDate("taken_on").notNull(),
    way: text("way").$type<StallWay>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    note: text("note").notNull(), // may be empty
    notedAt: instant("noted_at").notNull(),
    notedById: text("noted_by_id")
      .notNull()
      .references(() => users.id),
    struckAt: instant("struck_at"),
    struckById: text("struck_by_id").references(() => users.id),
  },
  (t) => [
    index("stall_takings_household").on(t.householdId, t.takenOn),
    oneOf("stall_takings_way", t.way, STALL_WAYS),
    vndCheck("stall_takings_amount_vnd", t.amountVnd, 1),
    check("stall_takings_struck", sql`(${t.struckAt} is null) = (${t.struckById} is null)`),
  ],
);
