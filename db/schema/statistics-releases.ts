import type { ReleaseCause } from "../../app/domain/statistics/releases";
import { count, id, instant, integerCheck, json, oneOf, text } from "../columns";
import { table, uniqueIndex } from "../dialect";
import { users } from "./identity";

/**
 * When a month will be published, as it was said in public: each announcement, move and withdrawal is a row, and the
 * last one of its month holds. Append-only (trigger).
 */
export const releaseSteps = table(
  "release_steps",
  {
    id: id(),
    month: text("month").notNull(),
    step: count("step").notNull(), // of the month, from 1
    afterEdition: count("after_edition").notNull(), // the edition that was public when this was said; 0: none
    dueAt: instant("due_at"), // null: withdrawn
    reason: text("reason").notNull(), // "" of what was said first
    madeById: text("made_by_id")
      .notNull()
      .references(() => users.id),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    uniqueIndex("release_steps_month").on(t.month, t.step),
    integerCheck("release_steps_step", t.step, 1),
    integerCheck("release_steps_after_edition", t.afterEdition, 0),
    integerCheck("release_steps_due_at", t.dueAt, 0),
  ],
);

/** What came of an announcement when its hour had come, decided once. Append-only (trigger). */
export const releaseOutcomes = table(
  "release_outcomes",
  {
    stepId: text("step_id")
      .primaryKey()
      .references(() => releaseSteps.id),
    outcome: text("outcome").$type<"published" | "missed" | "failed">().notNull(),
    cause: json<ReleaseCause>("cause"), // of what failed
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [oneOf("release_outcomes_outcome", t.outcome, ["published", "missed", "failed"])],
);
