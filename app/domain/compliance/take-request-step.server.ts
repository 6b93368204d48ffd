import { eq } from "drizzle-orm";
import { complianceRequests, complianceSteps } from "~db/schema/compliance";
import { isOfficer } from "~/domain/identity/queries.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { nextDue } from "./clocks";
import type { RequestStepForm } from "./forms";
import { findRequest } from "./queries.server";
import { refusalOf, type MoveRefusal } from "./request-moves";
import type { ComplianceRequest } from "./types";

const STEP_OF = {
  acknowledge: "acknowledged",
  note: "noted",
  hand_over: "handed_over",
  answer: "answered",
  reopen: "reopened",
} as const;

export type RequestStepFailure =
  | MoveRefusal
  | "request_not_found"
  | "request_handler_missing"
  | "request_handler_same"
  | "form_outdated";

/**
 * An acknowledgement, words, another handler, an answer, or that it is open again: its clocks stay those of the day that
 * it came in. The same form sent twice is one step; of two officers who answer, the second is told that it is answered.
 */
export async function takeRequestStep(
  tx: Transaction,
  { requestId, actorId, form }: { requestId: string; actorId: string; form: RequestStepForm },
): Promise<Result<{ isNew: boolean }, RequestStepFailure>> {
  const found = await findRequest(requestId, tx);
  if (!found) return fail("request_not_found");
  const { stepId: id, words } = form;
  const taken = {
    requestId,
    step: STEP_OF[form.intent],
    result: form.intent === "answer" ? form.result : null,
    words,
    handlerId: form.intent === "hand_over" ? form.handlerId : null,
  };
  const [kept] = await tx.select().from(complianceSteps).where(eq(complianceSteps.id, id)).limit(1);
  if (kept) {
    const isSame =
      kept.requestId === requestId &&
      kept.step === taken.step &&
      kept.result === taken.result &&
      kept.words === words &&
      kept.handlerId === taken.handlerId;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  const refusal = refusalOf(form.intent, found);
  if (refusal !== null) return fail(refusal);
  if (form.intent === "hand_over") {
    if (form.handlerId === found.handler.id) return fail("request_handler_same");
    if (!(await isOfficer(tx, form.handlerId))) return fail("request_handler_missing");
  }
  const occurredAt = now();
  await tx
    .update(complianceRequests)
    .set(movedBy(found, form, occurredAt))
    .where(eq(complianceRequests.id, requestId));
  await tx.insert(complianceSteps).values({ id, ...taken, actorId, occurredAt });
  return succeed({ isNew: true });
}

/** How a request stands after a step. */
function movedBy(found: ComplianceRequest, form: RequestStepForm, at: number) {
  const { acknowledgeBy, answerBy } = found;
  let { acknowledgedAt, answeredAt, result } = found;
  if (form.intent === "acknowledge" || form.intent === "answer") acknowledgedAt ??= at;
  if (form.intent === "answer") [answeredAt, result] = [at, form.result];
  if (form.intent === "reopen") [answeredAt, result] = [null, null];
  const handlerId = form.intent === "hand_over" ? form.handlerId : found.handler.id;
  const dueAt = nextDue({ acknowledgeBy, answerBy, acknowledgedAt, answeredAt });
  return { acknowledgedAt, answeredAt, result, handlerId, dueAt };
}
