import { sql } from "drizzle-orm";
import {
  DUTIES,
  DUTY_UNITS,
  type Duty,
  type DutyUnit,
} from "../../app/domain/compliance/duty-words";
import { CONFIDENCES, type Confidence } from "../../app/domain/compliance/request-words";
import {
  SUSPENSION_GROUNDS,
  SUSPENSION_STATES,
  type SuspensionGround,
  type SuspensionState,
} from "../../app/domain/compliance/suspension-words";
import {
  KEPT_KINDS,
  type KeptContent,
  type KeptKind,
  type KeptPhoto,
} from "../../app/domain/compliance/kept-words";
import { count, id, instant, integerCheck, json, localDate, oneOf, text } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { complianceRequests } from "./compliance";
import { households } from "./households";
import { users } from "./identity";

/** How long what the operator owes of itself is, from a day on. The rows come with the migrations. Append-only (triggers). */
export const dutyTerms = table(
  "duty_terms",
  {
    id: id(),
    duty: text("duty").$type<Duty>().notNull(),
    effectiveOn: localDate("effective_on").notNull(),
    count: count("count").notNull(),
    unit: text("unit").$type<DutyUnit>().notNull(),
    source: text("source").notNull(),
    confidence: text("confidence").$type<Confidence>().notNull(),
  },
  (t) => [
    uniqueIndex("duty_terms_duty").on(t.duty, t.effectiveOn),
    oneOf("duty_terms_duty_word", t.duty, DUTIES),
    oneOf("duty_terms_unit", t.unit, DUTY_UNITS),
    oneOf("duty_terms_confidence", t.confidence, CONFIDENCES),
    integerCheck("duty_terms_count", t.count, 1),
  ],
);

/**
 * Each suspension of a household, with its ground and what was told of it. What was told stands (triggers); only how it
 * ended is written later, once.
 */
export const householdSuspensions = table(
  "household_suspensions",
  {
    id: id(), // made with the form
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    ground: text("ground").$type<SuspensionGround>().notNull(),
    reason: text("reason").notNull(), // the household reads it
    requestId: text("request_id").references(() => complianceRequests.id), // of an authority, in the register
    reference: text("reference").notNull(), // the paper that is not in the register; may be empty
    termId: text("term_id").references(() => dutyTerms.id), // what held when it was told; null: at once
    toldAt: instant("told_at").notNull(),
    toldById: text("told_by_id")
      .notNull()
      .references(() => users.id),
    effectiveAt: instant("effective_at").notNull(),
    state: text("state").$type<SuspensionState>().notNull(),
    endedAt: instant("ended_at"), // null: it waits
    endedById: text("ended_by_id").references(() => users.id), // null: it waits, or the timer did it
  },
  (t) => [
    uniqueIndex("household_suspensions_waiting")
      .on(t.householdId)
      .where(sql`${t.state} = 'waiting'`),
    index("household_suspensions_due")
      .on(t.effectiveAt)
      .where(sql`${t.state} = 'waiting'`),
    index("household_suspensions_request")
      .on(t.requestId)
      .where(sql`${t.requestId} is not null`),
    oneOf("household_suspensions_ground", t.ground, SUSPENSION_GROUNDS),
    oneOf("household_suspensions_state", t.state, SUSPENSION_STATES),
    integerCheck("household_suspensions_effective_at", t.effectiveAt, 0),
    check("household_suspensions_order", sql`${t.effectiveAt} >= ${t.toldAt}`),
    check("household_suspensions_ended", sql`(${t.state} = 'waiting') = (${t.endedAt} is null)`),
    check(
      "household_suspensions_told",
      sql`(${t.ground} = 'own_decision') = (${t.termId} is not null)`,
    ),
    check(
      "household_suspensions_asked",
      sql`(${t.ground} = 'authority_request') = (${t.requestId} is not null or ${t.reference} <> '')`,
    ),
  ],
);

/**
 * What was taken down as it was shown; the files of its photos are `kept/<id>/<photo>.jpg` among the private ones. No row
 * changes (trigger). That none goes before its time is over is for `eraseKept` to see to: a trigger does not know the
 * product's clock.
 */
export const keptContents = table(
  "kept_contents",
  {
    id: id(),
    kind: text("kind").$type<KeptKind>().notNull(),
    subjectId: text("subject_id").notNull(), // of the product or the post, which may be gone
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    title: text("title").notNull(),
    content: json<KeptContent>("content").notNull(),
    photos: json<KeptPhoto[]>("photos").notNull(),
    takenAt: instant("taken_at").notNull(),
    takenById: text("taken_by_id")
      .notNull()
      .references(() => users.id),
    termId: text("term_id") // what held when it was taken down
      .notNull()
      .references(() => dutyTerms.id),
    keepUntil: instant("keep_until").notNull(),
  },
  (t) => [
    index("kept_contents_subject").on(t.kind, t.subjectId),
    index("kept_contents_household").on(t.householdId, t.takenAt),
    index("kept_contents_taken").on(t.takenAt),
    index("kept_contents_until").on(t.keepUntil),
    oneOf("kept_contents_kind", t.kind, KEPT_KINDS),
    check("kept_contents_order", sql`${t.keepUntil} > ${t.takenAt}`),
  ],
);
