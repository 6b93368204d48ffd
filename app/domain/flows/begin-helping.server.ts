import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { giveConsent, type GiveConsentFailure } from "~/domain/households/give-consent.server";
import type { Transaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { succeed, type Result } from "~/platform/result";

/** A household's yes, by its digits or its sheet: the agent works for it from now on, and it is told how to end that. */
export async function beginHelping(
  tx: Transaction,
  start: { actor: UserActor; delegationId: string; checkedById: string | null },
): Promise<Result<null, GiveConsentFailure>> {
  const { actor, delegationId, checkedById } = start;
  const given = await giveConsent(tx, { delegationId, checkedById });
  if (!given.ok) return given;
  if (!given.value.isNew) return succeed(null);
  await recordAction(tx, {
    actor,
    action: "delegation.give",
    subject: { kind: "delegation", id: delegationId },
  });
  await enqueueOutbox(tx, { kind: "consent_note", key: delegationId, payload: { delegationId } });
  return succeed(null);
}
