import { sql } from "drizzle-orm";
import { id, instant, json, text } from "../columns";
import { index, table } from "../dialect";

/** As the indexes have it: a query that says it in the same words may use them. */
export const IS_OF_STAFF = sql`actor_kind in ('agent', 'department_officer')`;
export const IS_OF_PERSON = sql`actor_kind not in ('guest', 'provider', 'system')`;

/** Who did what to what, for whom, with the state before and after. Append-only (trigger). */
export const auditEntries = table(
  "audit_entries",
  {
    id: id(),
    occurredAt: instant("occurred_at").notNull(),
    actorId: text("actor_id"), // null: the system or a guest
    actorKind: text("actor_kind").notNull(), // a role, `guest`, `system` or `provider`
    onBehalfOfId: text("on_behalf_of_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    before: json<unknown>("before"),
    after: json<unknown>("after"),
  },
  (t) => [
    index("audit_entries_subject").on(t.subjectKind, t.subjectId, t.occurredAt),
    index("audit_entries_recent").on(t.occurredAt),
    // Guests, timers and providers, who write most, pay nothing for these two.
    index("audit_entries_actor").on(t.actorId, t.occurredAt).where(IS_OF_PERSON),
    index("audit_entries_staff").on(t.actorKind, t.occurredAt).where(IS_OF_STAFF),
    index("audit_entries_behalf")
      .on(t.onBehalfOfId, t.occurredAt)
      .where(sql`on_behalf_of_id is not null`),
    index("audit_entries_behalf_action")
      .on(t.action, t.actorKind, t.actorId)
      .where(sql`on_behalf_of_id is not null`),
    index("audit_entries_behalf_recent")
      .on(t.actorKind, t.occurredAt, t.actorId)
      .where(sql`on_behalf_of_id is not null`),
  ],
);
