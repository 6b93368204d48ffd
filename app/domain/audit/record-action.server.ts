import { auditEntries } from "../../../db/schema/audit";
import { now } from "../../platform/clock.server";
import type { Transaction } from "../../platform/db.server";
import { newId } from "../../platform/ids";
import { insertRow } from "../../platform/insert-row.server";
import { ConsentEndedError } from "./consent-ended";
import { holdsConsent } from "./queries-consent.server";
import type { AuditAction } from "./actions";
import type { SubjectKind } from "./subject-kinds";
import { actorIdOf, actorKindOf, behalfOf, type Actor } from "./actor";

export type AuditedAction = {
  actor: Actor;
  /** `noun.verb`, such as `order.confirm`. */
  action: AuditAction;
  subject: { kind: SubjectKind; id: string };
  before?: unknown;
  after?: unknown;
};

/**
 * Writes who did what, in the transaction that did it; for a household only while it consents. Never give it passwords or
 * account numbers.
 */
export async function recordAction(tx: Transaction, entry: AuditedAction): Promise<void> {
  await requireConsent(tx, entry);
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

/** What a helper does for a household that has not been asked yet. */
const BEFORE_CONSENT = [
  "household.register",
  "household.correct_registration",
  "household.hand_code",
];

async function requireConsent(tx: Transaction, { actor, action }: AuditedAction): Promise<void> {
  const [agentId, householdId] = [actorIdOf(actor), behalfOf(actor)];
  if (agentId === null || householdId === null || BEFORE_CONSENT.includes(action)) return;
  if (!(await holdsConsent(tx, { agentId, householdId }))) throw new ConsentEndedError();
}
