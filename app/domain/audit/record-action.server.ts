import { auditEntries } from "../../../db/schema/audit";
import { now } from "../../platform/clock.server";
import type { Transaction } from "../../platform/db.server";
import { newId } from "../../platform/ids";
import { insertRow } from "../../platform/insert-row.server";
import { actorIdOf, actorKindOf, type Actor } from "./actor";

export type AuditedAction = {
  actor: Actor;
  /** `noun.verb`, such as `order.confirm`. */
  action: string;
  subject: { kind: string; id: string };
  /** The household that the actor acts for, when it is not their own doing. */
  onBehalfOfId?: string;
  before?: unknown;
  after?: unknown;
};

/** Writes who did what, in the transaction that did it. Never give it passwords or account numbers. */
export async function recordAction(tx: Transaction, entry: AuditedAction): Promise<void> {
  await insertRow(tx, auditEntries, {
    id: newId("aud"),
    occurredAt: now(),
    actorId: actorIdOf(entry.actor),
    actorKind: actorKindOf(entry.actor),
    onBehalfOfId: entry.onBehalfOfId ?? null,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    before: entry.before ?? null,
    after: entry.after ?? null,
  });
}
