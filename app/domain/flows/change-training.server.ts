import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findCommune } from "~/domain/places/queries.server";
import { changeSession, type ChangeSessionCode } from "~/domain/training/change-session.server";
import type { SessionPlan } from "~/domain/training/types";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";

/** The department changes what is planned. */
export async function changeTraining(
  actor: Actor,
  { sessionId, ...plan }: SessionPlan & { sessionId: string },
): Promise<Result<null, ChangeSessionCode | "commune_elsewhere">> {
  const commune = await findCommune(plan.communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  return inTransaction(async (tx) => {
    const changed = await changeSession(tx, { sessionId, plan });
    if (!changed.ok) return changed;
    const { before } = changed.value;
    await recordAction(tx, {
      actor,
      action: "training.change",
      subject: { kind: "training_session", id: sessionId },
      before,
      after: plan,
    });
    return succeed(null);
  });
}
