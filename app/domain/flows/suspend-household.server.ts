import { actorIdOf, type Actor, type UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { SuspensionForm } from "~/domain/compliance/forms-suspension";
import { noteStep } from "~/domain/compliance/note-step.server";
import {
  tellSuspension,
  type TellSuspensionFailure,
} from "~/domain/compliance/tell-suspension.server";
import { addSuspensionReason } from "~/domain/households/add-suspension-reason.server";
import { findHouseholdId } from "~/domain/households/queries-names.server";
import { householdStatusOf } from "~/domain/households/queries-department.server";
import { suspendHousehold as suspend } from "~/domain/households/suspend-household.server";
import type {
  HouseholdMoved,
  HouseholdProblem,
} from "~/domain/households/transition-household.server";
import { endMatches } from "~/domain/supply/end-matches.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { noteEndedMatches } from "./note-ended-matches.server";

/**
 * The department takes a household off the market: at once where an authority asks for it, else it is told from which
 * day on. One that is suspended already reads the authority's reason beside the one before. The same form sent twice is
 * one.
 */
export async function suspendHousehold(
  actor: UserActor,
  { slug, form }: { slug: string; form: SuspensionForm },
): Promise<Result<null, HouseholdProblem | TellSuspensionFailure>> {
  const householdId = await findHouseholdId(slug);
  if (householdId === null) return fail("household_not_found");
  return inTransaction(async (tx) => {
    const told = await tellSuspension(tx, { householdId, actorId: actor.userId, form });
    if (!told.ok) return told;
    if (!told.value.isNew) return succeed(null);
    const { intent: _, reason, ...grounds } = form;
    if (form.ground === "own_decision") {
      const status = await householdStatusOf(tx, householdId);
      if (status !== "approved") return fail("household_already_decided");
      const subject = { kind: "household", id: householdId } as const;
      const after = { reason, ...grounds };
      await recordAction(tx, { actor, action: "household.announce_suspension", subject, after });
      return succeed(null);
    }
    const moved = await suspendIn(tx, { actor, slug, reason, grounds });
    if (!moved.ok) return moved;
    if (!moved.value.hasMoved) await addGround(tx, { actor, householdId, reason, grounds });
    const { requestId } = form;
    if (requestId !== null) {
      await noteStep(tx, { requestId, step: "suspended", actorId: actor.userId });
    }
    return succeed(null);
  });
}

type Ground = {
  actor: UserActor;
  householdId: string;
  reason: string;
  grounds: Record<string, unknown>;
};

async function addGround(tx: Transaction, { actor, householdId: id, reason, grounds }: Ground) {
  await addSuspensionReason(tx, { householdId: id, reason, actorId: actor.userId });
  await recordAction(tx, {
    actor,
    action: "household.suspend",
    subject: { kind: "household", id },
    before: { status: "suspended" },
    after: { status: "suspended", reason, ...grounds },
  });
}

type Suspended = { actor: Actor; slug: string; reason: string; grounds: Record<string, unknown> };

/** The move itself, with its entry; no buyer who was sent to the household is kept for it. */
export async function suspendIn(
  tx: Transaction,
  { actor, slug, reason, grounds }: Suspended,
): Promise<Result<HouseholdMoved, HouseholdProblem>> {
  const actorId = actorIdOf(actor);
  const moved = await suspend(tx, { slug, reason, actorId });
  if (!moved.ok || !moved.value.hasMoved) return moved;
  const { id, from } = moved.value;
  await recordAction(tx, {
    actor,
    action: "household.suspend",
    subject: { kind: "household", id },
    before: { status: from },
    after: { status: "suspended", reason, ...grounds },
  });
  const by = "suspension";
  const matchIds = await endMatches(tx, { by, id, actorId });
  await noteEndedMatches(tx, actor, { by, matchIds });
  return moved;
}
