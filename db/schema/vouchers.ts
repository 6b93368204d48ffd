import { sql } from "drizzle-orm";
import { count, flag, id, instant, integerCheck, localDate, text, vnd, vndCheck } from "../columns";
import { check, index, table } from "../dialect";
import { users } from "./identity";
import { checkouts } from "./orders";

/**
 * A programme that pays a part of what buyers buy (kích cầu): one code, one amount, so many uses; its budget is the
 * product of both. One officer proposes it, another agrees, and before that nobody uses its code (triggers). What was
 * agreed to never changes; it may only be stopped.
 */
export const voucherProgrammes = table(
  "voucher_programmes",
  {
    id: id(),
    code: text("code").notNull().unique(), // as `normaliseVoucherCode` says it
    name: text("name").notNull(),
    valueVnd: vnd("value_vnd").notNull(),
    leastVnd: vnd("least_vnd").notNull(), // of goods, from which on a cart may use it
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(), // the last day
    usesMax: count("uses_max").notNull(),
    usedCount: count("used_count").notNull().default(0), // uses that stand
    createdById: text("created_by_id").references(() => users.id), // null: a sample
    createdAt: instant("created_at").notNull(),
    agreedById: text("agreed_by_id").references(() => users.id), // null with a moment: a sample, or older than the rule
    agreedAt: instant("agreed_at"), // null: proposed
    stoppedAt: instant("stopped_at"),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("voucher_programmes_created").on(t.createdAt, t.id),
    vndCheck("voucher_programmes_value_vnd", t.valueVnd, 1),
    vndCheck("voucher_programmes_least_vnd", t.leastVnd),
    integerCheck("voucher_programmes_uses_max", t.usesMax, 1),
    integerCheck("voucher_programmes_used_count", t.usedCount, 0),
    check("voucher_programmes_budget", sql`${t.usedCount} <= ${t.usesMax}`),
    check("voucher_programmes_dates", sql`${t.endsOn} >= ${t.startsOn}`),
  ],
);

/** That a checkout is paid in part, or all of it, by a programme. Given back, it may be used again. */
export const voucherUses = table(
  "voucher_uses",
  {
    id: id(),
    programmeId: text("programme_id")
      .notNull()
      .references(() => voucherProgrammes.id),
    checkoutId: text("checkout_id")
      .notNull()
      .unique()
      .references(() => checkouts.id),
    amountVnd: vnd("amount_vnd").notNull(), // less than the value where all costs less
    takenAt: instant("taken_at").notNull(),
    givenBackAt: instant("given_back_at"),
  },
  (t) => [
    index("voucher_uses_programme").on(t.programmeId, t.takenAt, t.id),
    vndCheck("voucher_uses_amount_vnd", t.amountVnd, 1),
  ],
);
