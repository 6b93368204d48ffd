import { count, id, instant, integerCheck, localDate, text } from "../columns";
import { check, index, table, type AnyColumn } from "../dialect";
import { households } from "./households";
import { users } from "./identity";
import { sql } from "drizzle-orm";

/**
 * What a household expects to harvest, in its own words. Never changed: what comes otherwise is withdrawn and declared anew,
 * so that what was known on a day stays known.
 */
export const supplyDeclarations = table(
  "supply_declarations",
  {
    id: id(), // made with the form
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    produceName: text("produce_name").notNull(), // `Cam sành`
    produceKey: text("produce_key").notNull(), // folded: by it declarations and demands of one kind meet
    quantityKg: count("quantity_kg").notNull(),
    fromOn: localDate("from_on").notNull(),
    toOn: localDate("to_on").notNull(),
    note: text("note").notNull(), // may be empty
    declaredAt: instant("declared_at").notNull(),
    declaredById: text("declared_by_id")
      .notNull()
      .references(() => users.id),
    withdrawnAt: instant("withdrawn_at"),
    // Of a harvest that was taken back and told of anew: how it was told of first. Null: this is the first.
    firstId: text("first_id").references((): AnyColumn => supplyDeclarations.id),
  },
  (t) => [
    index("supply_declarations_household").on(t.householdId, t.toOn),
    index("supply_declarations_days").on(t.toOn, t.fromOn),
    index("supply_declarations_produce").on(t.produceKey, t.toOn),
    integerCheck("supply_declarations_quantity_kg", t.quantityKg, 1),
    check("supply_declarations_order", sql`${t.fromOn} <= ${t.toOn}`),
  ],
);

/**
 * What a buyer would take: as the department was told, or as the buyer wrote it, which counts once an officer has asked
 * back. Closed when it was met or is wanted no more. Who it was is forgotten a while after its last day.
 */
export const supplyDemands = table(
  "supply_demands",
  {
    id: id(), // made with the form
    buyerName: text("buyer_name").notNull(), // of an organisation, or a person; empty once forgotten
    contact: text("contact").notNull(), // may be empty
    produceName: text("produce_name").notNull(),
    produceKey: text("produce_key").notNull(),
    quantityKg: count("quantity_kg").notNull(),
    fromOn: localDate("from_on").notNull(),
    toOn: localDate("to_on").notNull(),
    note: text("note").notNull(),
    notedAt: instant("noted_at").notNull(),
    notedById: text("noted_by_id").references(() => users.id), // null: the buyer wrote it
    confirmedAt: instant("confirmed_at"), // from when on it counts
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("supply_demands_days").on(t.toOn, t.fromOn),
    index("supply_demands_produce").on(t.produceKey, t.toOn),
    integerCheck("supply_demands_quantity_kg", t.quantityKg, 1),
    check("supply_demands_order", sql`${t.fromOn} <= ${t.toOn}`),
  ],
);
