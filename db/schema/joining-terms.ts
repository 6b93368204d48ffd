import { sql } from "drizzle-orm";
import { count, flag, instant, integerCheck, localDate, text } from "../columns";
import { check, primaryKey, table } from "../dialect";
import { households } from "./households";
import { users } from "./identity";

/** A version of what sellers agree to, as it was published; never changed (triggers). */
export const sellerTerms = table(
  "seller_terms",
  {
    number: count("number").primaryKey(), // from 1; the highest whose day has come is in force
    textVi: text("text_vi").notNull(),
    textEn: text("text_en").notNull(),
    changeVi: text("change_vi").notNull(), // what is new in it, in a sentence
    changeEn: text("change_en").notNull(),
    effectiveOn: localDate("effective_on").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedById: text("published_by_id").references(() => users.id), // null: the text that the software came with
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [integerCheck("seller_terms_number", t.number, 1)],
);

/** A household's yes to a version, by one of its members. Append-only (triggers). */
export const termsAcceptances = table(
  "terms_acceptances",
  {
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    number: count("number")
      .notNull()
      .references(() => sellerTerms.number),
    userId: text("user_id").references(() => users.id),
    acceptedAt: instant("accepted_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.householdId, t.number] }),
    check("terms_acceptances_who", sql`${t.isSample} or ${t.userId} is not null`),
  ],
);
