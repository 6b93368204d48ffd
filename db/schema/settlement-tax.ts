import { sql } from "drizzle-orm";
import { TAX_CLASSES, type TaxClass } from "../../app/domain/catalog/tax-class";
import { THRESHOLD_MARKS, type ThresholdMark } from "../../app/domain/settlement/tax-threshold";
import {
  bps,
  count,
  flag,
  id,
  instant,
  integerCheck,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { check, index, primaryKey, table, uniqueIndex } from "../dialect";
import { households } from "./households";
import { users } from "./identity";

/**
 * As `withholdingSwitches`: counts once a second person has agreed, or where it came with the program, unless it was
 * taken back before its day. Append-only (trigger) but for that.
 */
const decidedColumns = () => ({
  enteredAt: instant("entered_at").notNull(),
  agreedById: text("agreed_by_id").references(() => users.id),
  agreedAt: instant("agreed_at"), // of what came with the program too
  withdrawnAt: instant("withdrawn_at"),
});

/** What a platform keeps back for the State of one class of sale, from a day on. */
export const taxRules = table(
  "tax_rules",
  {
    id: id(),
    effectiveOn: localDate("effective_on").notNull(),
    taxClass: text("tax_class").$type<TaxClass>().notNull(),
    vatBps: bps("vat_bps").notNull(),
    pitBps: bps("pit_bps").notNull(),
    legalBasis: text("legal_basis").notNull(),
    enteredById: text("entered_by_id").references(() => users.id), // null: came with the program
    ...decidedColumns(),
  },
  (t) => [
    index("tax_rules_effective").on(t.taxClass, t.effectiveOn),
    oneOf("tax_rules_class", t.taxClass, TAX_CLASSES),
    integerCheck("tax_rules_vat_bps", t.vatBps, 0),
    integerCheck("tax_rules_pit_bps", t.pitBps, 0),
  ],
);

/**
 * Whether anything is kept back, from a day on; it counts once a second person has agreed. Without a row nothing is.
 * It can be taken back until its day. Append-only (trigger) but for that.
 */
export const withholdingSwitches = table(
  "withholding_switches",
  {
    id: id(),
    effectiveOn: localDate("effective_on").notNull(),
    isOn: flag("is_on").notNull(),
    note: text("note").notNull(),
    enteredById: text("proposed_by_id")
      .notNull()
      .references(() => users.id),
    enteredAt: instant("proposed_at").notNull(),
    agreedById: text("agreed_by_id").references(() => users.id),
    agreedAt: instant("agreed_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("withholding_switches_effective")
      .on(t.effectiveOn)
      .where(sql`agreed_at is not null`),
    check(
      "withholding_switches_two_people",
      sql`${t.agreedById} is null or ${t.agreedById} <> ${t.enteredById}`,
    ),
  ],
);

/** From which revenue of a year on a household is taxed. */
export const taxThresholds = table(
  "tax_thresholds",
  {
    id: id(),
    effectiveOn: localDate("effective_on").notNull(),
    thresholdVnd: vnd("threshold_vnd").notNull(),
    legalBasis: text("legal_basis").notNull(),
    enteredById: text("entered_by_id").references(() => users.id), // null: came with the program
    ...decidedColumns(),
  },
  (t) => [
    index("tax_thresholds_effective").on(t.effectiveOn),
    vndCheck("tax_thresholds_threshold_vnd", t.thresholdVnd, 1),
  ],
);

/**
 * What a household has sold in a calendar year of Vietnam's, shipping included, less what came back in it. The database
 * keeps it with every transfer (trigger); below zero when more came back than was sold.
 */
export const householdYears = table(
  "household_years",
  {
    householdId: text("household_id").notNull(), // the owner of the ledger's account
    year: count("year").notNull(),
    revenueVnd: vnd("revenue_vnd").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.householdId, t.year] }),
    index("household_years_revenue").on(t.year, t.revenueVnd),
    integerCheck("household_years_revenue_vnd", t.revenueVnd),
  ],
);

/** That a household's year has come to a part of the threshold: each once a year. Append-only (trigger). */
export const thresholdEvents = table(
  "threshold_events",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    year: count("year").notNull(),
    mark: text("mark").$type<ThresholdMark>().notNull(),
    revenueVnd: vnd("revenue_vnd").notNull(),
    thresholdVnd: vnd("threshold_vnd").notNull(),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    uniqueIndex("threshold_events_once").on(t.householdId, t.year, t.mark),
    oneOf("threshold_events_mark", t.mark, THRESHOLD_MARKS),
    vndCheck("threshold_events_revenue_vnd", t.revenueVnd),
    vndCheck("threshold_events_threshold_vnd", t.thresholdVnd, 1),
  ],
);
