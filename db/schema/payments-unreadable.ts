import { instant, text } from "../columns";
import { index, table } from "../dialect";
import { users } from "./identity";
import { unreadableNotices } from "./payments";

/** What came of a notice that could not be read, as an officer found out: from then on it waits for nobody. Append-only (trigger). */
export const unreadableOutcomes = table(
  "unreadable_outcomes",
  {
    noticeId: text("notice_id")
      .primaryKey()
      .references(() => unreadableNotices.id),
    outcome: text("outcome").notNull(),
    notedById: text("noted_by_id")
      .notNull()
      .references(() => users.id),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [index("unreadable_outcomes_noted").on(t.notedAt, t.noticeId)],
);
