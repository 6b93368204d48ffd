import { sql } from "drizzle-orm";
import {
  ABOUT_KINDS,
  CONFIDENCES,
  REQUEST_KINDS,
  REQUEST_RESULTS,
  REQUEST_STEPS,
  REQUEST_WAYS,
  TERM_UNITS,
  type AboutKind,
  type Confidence,
  type RequestKind,
  type RequestResult,
  type RequestStep,
  type RequestWay,
  type TermUnit,
} from "../../app/domain/compliance/request-words";
import { count, id, instant, integerCheck, localDate, oneOf, text } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";

/**
 * Within what time a kind of request is acknowledged and answered, from a day on; no number: no such term is known. The
 * rows come with the migrations. Append-only (triggers).
 */
export const requestTerms = table(
  "request_terms",
  {
    id: id(),
    kind: text("kind").$type<RequestKind>().notNull(),
    effectiveOn: localDate("effective_on").notNull(),
    acknowledgeCount: count("acknowledge_count"),
    acknowledgeUnit: text("acknowledge_unit").$type<TermUnit>(),
    answerCount: count("answer_count"),
    answerUnit: text("answer_unit").$type<TermUnit>(),
    source: text("source").notNull(),
    confidence: text("confidence").$type<Confidence>().notNull(), // how sure we are of what the source says
  },
  (t) => [
    uniqueIndex("request_terms_kind").on(t.kind, t.effectiveOn),
    oneOf("request_terms_kind_word", t.kind, REQUEST_KINDS),
    oneOf("request_terms_acknowledge_unit", t.acknowledgeUnit, TERM_UNITS), // NULL passes
    oneOf("request_terms_answer_unit", t.answerUnit, TERM_UNITS), // NULL passes
    oneOf("request_terms_confidence", t.confidence, CONFIDENCES),
    integerCheck("request_terms_acknowledge_count", t.acknowledgeCount, 1),
    integerCheck("request_terms_answer_count", t.answerCount, 1),
    check(
      "request_terms_pairs",
      sql`(${t.acknowledgeCount} is null) = (${t.acknowledgeUnit} is null) and (${t.answerCount} is null) = (${t.answerUnit} is null)`,
    ),
  ],
);

/**
 * What an authority or a person asks of the operator, with its clocks. What was asked, when, and until when stands
 * (triggers); who has it and how it ended moves, each time with a step.
 */
export const complianceRequests = table(
  "compliance_requests",
  {
    id: id(), // made with the form
    kind: text("kind").$type<RequestKind>().notNull(),
    fromWhom: text("from_whom").notNull(),
    way: text("way").$type<RequestWay>().notNull(),
    paperNumber: text("paper_number").notNull(), // may be empty
    receivedAt: instant("received_at").notNull(),
    asked: text("asked").notNull(),
    aboutKind: text("about_kind").$type<AboutKind>(),
    aboutId: text("about_id"),
    aboutCode: text("about_code"), // as people read it; null of a person, whose phone stands nowhere here
    termId: text("term_id") // what held when it came in
      .notNull()
      .references(() => requestTerms.id),
    paperDueAt: instant("paper_due_at"), // what the paper itself asks for
    acknowledgeBy: instant("acknowledge_by"),
    answerBy: instant("answer_by"), // by the term or the paper, whichever is earlier; null: neither says
    enteredAt: instant("entered_at").notNull(),
    enteredById: text("entered_by_id")
      .notNull()
      .references(() => users.id),
    handlerId: text("handler_id")
      .notNull()
      .references(() => users.id),
    acknowledgedAt: instant("acknowledged_at"),
    answeredAt: instant("answered_at"),
    result: text("result").$type<RequestResult>(),
    dueAt: instant("due_at"), // what is next of both clocks; null: answered, or without a clock
  },
  (t) => [
    index("compliance_requests_open")
      .on(t.dueAt)
      .where(sql`${t.answeredAt} is null`),
    index("compliance_requests_answered").on(t.answeredAt),
    index("compliance_requests_received").on(t.receivedAt),
    oneOf("compliance_requests_kind", t.kind, REQUEST_KINDS),
    oneOf("compliance_requests_way", t.way, REQUEST_WAYS),
    oneOf("compliance_requests_about_kind", t.aboutKind, ABOUT_KINDS), // NULL passes
    oneOf("compliance_requests_result", t.result, REQUEST_RESULTS), // NULL passes
    integerCheck("compliance_requests_received_at", t.receivedAt, 0),
    check("compliance_requests_about", sql`(${t.aboutKind} is null) = (${t.aboutId} is null)`),
    check("compliance_requests_ended", sql`(${t.result} is null) = (${t.answeredAt} is null)`),
  ],
);

/** What was done about it, by whom. Append-only (triggers). */
export const complianceSteps = table(
  "compliance_steps",
  {
    id: id(), // made with the form
    requestId: text("request_id")
      .notNull()
      .references(() => complianceRequests.id),
    step: text("step").$type<RequestStep>().notNull(),
    result: text("result").$type<RequestResult>(), // of an answer
    words: text("words").notNull(), // may be empty
    handlerId: text("handler_id").references(() => users.id), // who has it from then on
    actorId: text("actor_id")
      .notNull()
      .references(() => users.id),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("compliance_steps_request").on(t.requestId),
    oneOf("compliance_steps_step", t.step, REQUEST_STEPS),
    oneOf("compliance_steps_result", t.result, REQUEST_RESULTS), // NULL passes
    check("compliance_steps_answer", sql`(${t.result} is null) = (${t.step} <> 'answered')`),
  ],
);
