import { sql } from "drizzle-orm";
import type { EvidenceFile } from "../../app/domain/joining/evidence-path";
import {
  ITEM_KINDS,
  JOINING_FACTS,
  type ItemKind,
  type JoiningFact,
} from "../../app/domain/joining/joining-items";
import { JOINING_STEPS, type JoiningStep } from "../../app/domain/joining/joining-state";
import { count, flag, id, instant, integerCheck, json, oneOf, text } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { households } from "./households";

/** What the department asks of who joins. Kind and fact never change, and no row goes (triggers). */
export const joiningItems = table(
  "joining_items",
  {
    id: id(),
    kind: text("kind").$type<ItemKind>().notNull(),
    fact: text("fact").$type<JoiningFact>(), // by which it is done
    titleVi: text("title_vi").notNull(), // of an attested one, the sentence itself
    titleEn: text("title_en").notNull(),
    hintVi: text("hint_vi").notNull(),
    hintEn: text("hint_en").notNull(),
    isRequired: flag("is_required").notNull(),
    isErased: flag("is_erased").notNull().default(false), // its evidence, once it was decided about
    position: count("position").notNull(),
    createdAt: instant("created_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    oneOf("joining_items_kind", t.kind, ITEM_KINDS),
    oneOf("joining_items_fact_word", t.fact, JOINING_FACTS),
    check(
      "joining_items_fact",
      sql`case ${t.kind} when 'computed' then ${t.fact} is not null when 'attested' then ${t.fact} is null else true end`,
    ),
    check(
      "joining_items_erased",
      sql`not ${t.isErased} or (${t.kind} = 'verified' and ${t.fact} is null)`,
    ),
    integerCheck("joining_items_position", t.position, 1),
    uniqueIndex("joining_items_once")
      .on(t.fact)
      .where(sql`retired_at is null`),
  ],
);

/** What was done about an item of a household; the newest says how it stands. Append-only (triggers). */
export const joiningSteps = table(
  "joining_steps",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    itemId: text("item_id")
      .notNull()
      .references(() => joiningItems.id),
    step: text("step").$type<JoiningStep>().notNull(),
    formId: text("form_id").unique(), // of the form that sent evidence: sent twice it is one step
    reason: text("reason"),
    statement: text("statement"), // the words that the household read
    files: json<EvidenceFile[]>("files").notNull().default([]),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("joining_steps_household").on(t.householdId, t.itemId),
    oneOf("joining_steps_word", t.step, JOINING_STEPS),
    check("joining_steps_statement", sql`(${t.step} = 'attested') = (${t.statement} is not null)`),
    check(
      "joining_steps_reason",
      sql`${t.step} not in ('sent_back', 'waived') or ${t.reason} is not null`,
    ),
  ],
);
