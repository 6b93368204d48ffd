import { eq } from "drizzle-orm";
import { supplyCases, supplyCaseSteps } from "~db/schema/supply-cases";
import { listOfficers } from "~/domain/identity/queries.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { possibleOutcomes } from "./case-words";
import type { CaseStepForm } from "./forms-cases";
import { findCase } from "./queries-cases.server";

const STEP_OF = { note: "noted", hand_over: "handed_over", close: "closed" } as const;

export type CaseStepFailure =
  | "case_not_found"
  | "case_closed"
  | "case_handler_missing"
  | "case_handler_same"
  | "case_outcome_untrue"
  | "form_outdated";

/**
 * Words, another handler or the end of a case. The same form sent twice is one step. Words may still be added once it has
 * ended.
 */
export async function takeCaseStep(
  tx: Transaction,
  { caseId, actorId, form }: { caseId: string; actorId: string; form: CaseStepForm },
): Promise<Result<{ isNew: boolean }, CaseStepFailure>> {
  const found = await findCase(caseId, tx);
  if (!found) return fail("case_not_found");
  const { stepId: id, words } = form;
  const step = STEP_OF[form.intent];
  const handlerId = form.intent === "hand_over" ? form.handlerId : null;
  const [kept] = await tx.select().from(supplyCaseSteps).where(eq(supplyCaseSteps.id, id)).limit(1);
  if (kept) {
    const isSame =
      kept.caseId === caseId &&
      kept.step === step &&
      kept.words === words &&
      kept.handlerId === handlerId;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  if (form.intent !== "note" && found.closedAt !== null) return fail("case_closed");
  const occurredAt = now();
  if (handlerId !== null) {
    if (handlerId === found.handler.id) return fail("case_handler_same");
    const officers = await listOfficers(tx);
    if (!officers.some(({ id }) => id === handlerId)) return fail("case_handler_missing");
    await tx.update(supplyCases).set({ handlerId, seenAt: null }).where(eq(supplyCases.id, caseId));
  }
  if (form.intent === "close") {
    if (!possibleOutcomes(found).includes(form.outcome)) return fail("case_outcome_untrue");
    const ended = { outcome: form.outcome, closedAt: occurredAt };
    await tx.update(supplyCases).set(ended).where(eq(supplyCases.id, caseId));
  }
  await tx
    .insert(supplyCaseSteps)
    .values({ id, caseId, step, words, handlerId, actorId, occurredAt });
  return succeed({ isNew: true });
}
