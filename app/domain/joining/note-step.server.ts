import { joiningSteps } from "~db/schema/joining";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import type { EvidenceFile } from "./evidence-path";
import { mayStep, type JoiningStep } from "./joining-state";
import { findStepOfForm, loadChecklistEntry } from "./queries-checklists.server";
import type { ChecklistItem } from "./types";

export type NewStep = {
  householdId: string;
  itemId: string;
  step: JoiningStep;
  actorId: string | null;
  reason?: string | null;
  /** The newest step that was shown to who decides, null for none: what has come since is looked at first. */
  seen?: string | null;
  /** The words that the household read. */
  statement?: string;
  evidence?: { formId: string; files: EvidenceFile[] };
};
export type StepCode =
  | "item_not_found"
  | "item_step_not_allowed"
  | "item_changed"
  | "statement_changed"
  | "form_outdated"; // its evidence was sent, and something was done about it since
export type NotedStep = {
  /** False when the same was done last: nothing was written. */
  isNew: boolean;
  stepId: string;
  /** How it stood. */
  before: ChecklistItem;
};

/** Does the next thing about an item of a household. */
export async function noteStep(
  tx: Transaction,
  { householdId, itemId, step, actorId, seen, evidence, ...said }: NewStep,
): Promise<Result<NotedStep, StepCode>> {
  const entry = await loadChecklistEntry(householdId, itemId, tx);
  if (!entry) return fail("item_not_found");
  const { item: before, steps } = entry;
  const [last] = steps;
  const reason = said.reason ?? null;
  const statement = said.statement ?? null;
  const sent = evidence ? await findStepOfForm(tx, evidence.formId) : null;
  if (sent && sent.id !== last?.id) return fail("form_outdated");
  const isSaid = last?.step === step && last.reason === reason && last.statement === statement;
  if (last && (sent || (isSaid && !evidence))) {
    return succeed({ isNew: false, stepId: last.id, before });
  }
  if (seen !== undefined && seen !== (last?.id ?? null)) return fail("item_changed");
  if (!mayStep(step, before)) return fail("item_step_not_allowed");
  if (step === "attested" && statement !== before.titleVi) return fail("statement_changed");
  const stepId = newId("jst");
  await tx.insert(joiningSteps).values({
    id: stepId,
    householdId,
    itemId,
    step,
    formId: evidence?.formId ?? null,
    reason,
    statement,
    files: evidence?.files ?? [],
    actorId,
    occurredAt: now(),
  });
  return succeed({ isNew: true, stepId, before });
}
