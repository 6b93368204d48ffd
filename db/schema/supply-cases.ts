import { sql } from "drizzle-orm";
import {
  CASE_OUTCOMES,
  CASE_STEPS,
  MATCH_ENDERS,
  type CaseOutcome,
  type CaseStep,
  type MatchEnder,
} from "../../app/domain/supply/case-words";
import { count, id, instant, integerCheck, localDate, oneOf, text } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { supplyDeclarations, supplyDemands } from "./supply";

/** That somebody sees to it that one kind of produce finds buyers. Of a kind there is one open at a time. */
export const supplyCases = table(
  "supply_cases",
  {
    id: id(),
    produceName: text("produce_name").notNull(),
    produceKey: text("produce_key").notNull(), // as of declarations and demands
    fromOn: localDate("from_on").notNull(), // the Monday and the Sunday of the weeks that it was opened for
    toOn: localDate("to_on").notNull(),
    overKg: count("over_kg").notNull(), // too much in these weeks, as it was known then; 0: no glut
    handlerId: text("handler_id")
      .notNull()
      .references(() => users.id),
    openedAt: instant("opened_at").notNull(),
    seenAt: instant("seen_at"), // until when its handler has read what others did about it; null: it was handed over since
    outcome: text("outcome").$type<CaseOutcome>(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    uniqueIndex("supply_cases_open")
      .on(t.produceKey)
      .where(sql`${t.closedAt} is null`),
    index("supply_cases_closed").on(t.closedAt),
    oneOf("supply_cases_outcome", t.outcome, CASE_OUTCOMES),
    integerCheck("supply_cases_over_kg", t.overKg, 0),
    check("supply_cases_order", sql`${t.fromOn} <= ${t.toOn}`),
    check("supply_cases_ended", sql`(${t.outcome} is null) = (${t.closedAt} is null)`),
  ],
);

/** What was done about it, by whom. Append-only (triggers). */
export const supplyCaseSteps = table(
  "supply_case_steps",
  {
    id: id(), // made with the form
    caseId: text("case_id")
      .notNull()
      .references(() => supplyCases.id),
    step: text("step").$type<CaseStep>().notNull(),
    words: text("words").notNull(), // may be empty
    handlerId: text("handler_id").references(() => users.id), // who has it from then on
    actorId: text("actor_id")
      .notNull()
      .references(() => users.id),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("supply_case_steps_case").on(t.caseId),
    oneOf("supply_case_steps_step", t.step, CASE_STEPS),
  ],
);

/** That a buyer is sent to a household for so much of its harvest, and what came of it. What was matched stands, and so does its end (triggers); what came of it may be put right. */
export const supplyMatches = table(
  "supply_matches",
  {
    id: id(), // made with the form
    caseId: text("case_id")
      .notNull()
      .references(() => supplyCases.id),
    declarationId: text("declaration_id")
      .notNull()
      .references(() => supplyDeclarations.id),
    demandId: text("demand_id")
      .notNull()
      .references(() => supplyDemands.id),
    quantityKg: count("quantity_kg").notNull(),
    matchedAt: instant("matched_at").notNull(),
    matchedById: text("matched_by_id")
      .notNull()
      .references(() => users.id),
    soldKg: count("sold_kg"), // null: not known yet
    resultWords: text("result_words"),
    resultAt: instant("result_at"),
    resultById: text("result_by_id").references(() => users.id),
    endedAt: instant("ended_at"), // from when on it takes up nothing on either side
    endedBy: text("ended_by").$type<MatchEnder>(),
    endedById: text("ended_by_id").references(() => users.id),
    endReason: text("end_reason"), // of an officer, for the household
  },
  (t) => [
    index("supply_matches_case").on(t.caseId),
    index("supply_matches_declaration").on(t.declarationId),
    index("supply_matches_demand").on(t.demandId),
    integerCheck("supply_matches_quantity_kg", t.quantityKg, 1),
    integerCheck("supply_matches_sold_kg", t.soldKg, 0),
    oneOf("supply_matches_ended_by", t.endedBy, MATCH_ENDERS),
    check("supply_matches_ended", sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
    check("supply_matches_no_more", sql`${t.soldKg} <= ${t.quantityKg}`),
    check(
      "supply_matches_result",
      sql`(${t.soldKg} is null) = (${t.resultAt} is null) and (${t.soldKg} is null) = (${t.resultById} is null)`,
    ),
  ],
);
