import { auditEntries } from "../../../db/schema/audit";
import { now } from "../../platform/clock.server";
import type { Transaction } from "../../platform/db.server";
import { newId } from "../../platform/ids";
import { insertRow } from "../../platform/insert-row.server";
import { actorIdOf, actorKindOf, behalfOf, type Actor } from "./actor";

export type AuditedAction = {
  actor: Actor;
  /** `noun.verb`, such as `order.confirm`. */
  action: string;
  subject: { kind: string; id: string };
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
    onBehalfOfId: behalfOf(entry.actor),
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    before: entry.before ?? null,
    after: entry.after ?? null,
  });
}
