import { sql } from "drizzle-orm";
import {
  ENTRY_REFUSERS,
  RECOGNITIONS,
  type EntryRefuser,
  type Recognition,
} from "../../app/domain/households/entry-code-terms";
import { id, instant, oneOf, text } from "../columns";
import { check, index, table } from "../dialect";
import { households } from "./households";
import { users } from "./identity";

/**
 * Digits that somebody handed to a household, by which one of its members comes in: who made them, how an officer knew
 * whom they were for, and what became of them. The digits' own row (`phone_codes`, same id) goes after a while; this one
 * stays (triggers).
 */
export const entryCodes = table(
  "entry_codes",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    userId: text("user_id") // who comes in by it
      .notNull()
      .references(() => users.id),
    madeById: text("made_by_id")
      .notNull()
      .references(() => users.id),
    recognisedBy: text("recognised_by").$type<Recognition>(), // null: by the helper who registered the household
    recognition: text("recognition"), // the officer's own words
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    refusedAt: instant("refused_at"), // the household says that it was not the household
    refusedBy: text("refused_by").$type<EntryRefuser>(),
    refusedById: text("refused_by_id").references(() => users.id),
    refuseReason: text("refuse_reason"),
  },
  (t) => [
    index("entry_codes_household").on(t.householdId, t.madeAt),
    index("entry_codes_user").on(t.userId, t.usedAt),
    index("entry_codes_maker").on(t.madeById, t.madeAt),
    oneOf("entry_codes_recognised_by", t.recognisedBy, RECOGNITIONS),
    oneOf("entry_codes_refused_by", t.refusedBy, ENTRY_REFUSERS),
    check("entry_codes_recognised", sql`(recognised_by is null) = (recognition is null)`),
    check("entry_codes_refused", sql`(refused_at is null) = (refused_by is null)`),
  ],
);
