import type { UserActor } from "~/domain/audit/actor";
import { listDone } from "~/domain/audit/queries-acts.server";
import { listEntries } from "~/domain/audit/queries-log.server";
import { questionFields, subjectOfQuestion, type AuditQuestion } from "~/domain/audit/question";
import { recordAction } from "~/domain/audit/record-action.server";
import type { AuditPage } from "~/domain/audit/types";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import type { AuditNames } from "./asked-audit";
import { nameAudit } from "./name-audit.server";

/** The same question within this time is one look: pages are turned and come back to. */
export const ONE_LOOK_MS = 10 * MINUTE_MS;

/** A page of the log for an officer. What was asked is noted, once for all its pages. */
export async function searchAudit(
  actor: UserActor,
  { question, after }: { question: AuditQuestion; after: string },
): Promise<AuditPage & { names: AuditNames }> {
  await noteSearch(actor, question);
  const page = await listEntries(question, after);
  return { ...page, names: await nameAudit(page.entries) };
}

async function noteSearch(actor: UserActor, question: AuditQuestion): Promise<void> {
  const asked = questionFields(question);
  await inTransaction(async (tx) => {
    const since = now() - ONE_LOOK_MS;
    const act = { action: "audit.search", actorId: actor.userId, since } as const;
    const before = await listDone(tx, act);
    if (before.some((one) => JSON.stringify(one) === JSON.stringify(asked))) return;
    const subject = subjectOfQuestion(question);
    await recordAction(tx, { actor, action: act.action, subject, after: asked });
  });
}
