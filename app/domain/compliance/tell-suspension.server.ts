import { and, eq } from "drizzle-orm";
import { complianceRequests } from "~db/schema/compliance";
import { householdSuspensions } from "~db/schema/compliance-duties";
import { householdStatusOf } from "~/domain/households/queries-department.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, formatDate, localDateOf, startOfDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { endSuspension } from "./end-suspension.server";
import type { SuspensionForm } from "./forms-suspension";
import { firstSuspensionDay } from "./queries-duties.server";

export type TellSuspensionFailure =
  | "form_outdated"
  | "suspension_request_unknown"
  | "suspension_too_early"
  | "suspension_too_late"
  | "suspension_announced"
  | "household_already_decided";

/** Longer before than this, a day is a slip of the hand. */
const DAYS_AHEAD_MAX = 90;

type Told = { householdId: string; actorId: string; form: SuspensionForm };

/**
 * Writes down that a household is suspended at once on an authority's request, or that it is told today from which day
 * on it will be. What it was told before and has not come yet is overtaken by the authority's request. A household that
 * is suspended already has the request on record too, but each one once (`household_already_decided`). The same form sent
 * twice is one; anything else under its id, or the same after it was taken back or the household was restored, is
 * `form_outdated`.
 */
export async function tellSuspension(
  tx: Transaction,
  { householdId, actorId, form }: Told,
): Promise<Result<{ isNew: boolean }, TellSuspensionFailure>> {
  const { suspensionId: id, reason } = form;
  const status = await householdStatusOf(tx, householdId);
  const [kept] = await tx
    .select()
    .from(householdSuspensions)
    .where(eq(householdSuspensions.id, id))
    .limit(1);
  if (kept) {
    const holds =
      kept.state === "waiting" || (kept.state === "carried_out" && status === "suspended");
    const isRepeat = holds && kept.householdId === householdId && saysTheSame(kept, form);
    return isRepeat ? succeed({ isNew: false }) : fail("form_outdated");
  }
  const [waiting] = await tx
    .select({ id: householdSuspensions.id })
    .from(householdSuspensions)
    .where(
      and(
        eq(householdSuspensions.householdId, householdId),
        eq(householdSuspensions.state, "waiting"),
      ),
    )
    .limit(1);
  const toldAt = now();
  const told = { id, householdId, reason, toldAt, toldById: actorId };
  if (form.ground === "own_decision") {
    if (waiting) return fail("suspension_announced");
    return announce(tx, told, form.effectiveOn);
  }
  const { requestId, reference } = form;
  if (requestId !== null && !(await isAsked(tx, requestId, householdId))) {
    return fail("suspension_request_unknown");
  }
  if (status === "suspended" && (await isOnRecord(tx, householdId, form))) {
    return fail("household_already_decided");
  }
  if (waiting) {
    await endSuspension(tx, { id: waiting.id, householdId, state: "overtaken", actorId });
  }
  await tx.insert(householdSuspensions).values({
    ...told,
    ground: "authority_request",
    requestId,
    reference,
    effectiveAt: toldAt,
    state: "carried_out",
    endedAt: toldAt,
    endedById: actorId,
  });
  return succeed({ isNew: true });
}

type Suspension = typeof householdSuspensions.$inferSelect;
type AskedForm = Extract<SuspensionForm, { ground: "authority_request" }>;

function saysTheSame(kept: Suspension, form: SuspensionForm): boolean {
  if (kept.ground !== form.ground || kept.reason !== form.reason) return false;
  return form.ground === "own_decision"
    ? kept.effectiveAt === startOfDate(form.effectiveOn)
    : kept.requestId === form.requestId && kept.reference === form.reference;
}

/** Whether the same request, or the same paper, suspended this household before. */
async function isOnRecord(
  tx: Transaction,
  householdId: string,
  { requestId, reference }: AskedForm,
): Promise<boolean> {
  const isIt =
    requestId === null
      ? eq(householdSuspensions.reference, reference)
      : eq(householdSuspensions.requestId, requestId);
  const isOfIt = eq(householdSuspensions.householdId, householdId);
  return (await tx.$count(householdSuspensions, and(isOfIt, isIt))) > 0;
}

type ToldRow = {
  id: string;
  householdId: string;
  reason: string;
  toldAt: number;
  toldById: string;
};

async function announce(
  tx: Transaction,
  told: ToldRow,
  effectiveOn: string,
): Promise<Result<{ isNew: true }, "suspension_too_early" | "suspension_too_late">> {
  const { day, term } = await firstSuspensionDay(tx);
  if (effectiveOn < day) return fail("suspension_too_early", { day: formatDate(day) });
  const last = addDays(localDateOf(told.toldAt), DAYS_AHEAD_MAX);
  if (effectiveOn > last) return fail("suspension_too_late", { day: formatDate(last) });
  await tx.insert(householdSuspensions).values({
    ...told,
    ground: "own_decision",
    reference: "",
    termId: term.id,
    effectiveAt: startOfDate(effectiveOn),
    state: "waiting",
  });
  return succeed({ isNew: true });
}

/** Whether a request in the register asks for it and is open. */
async function isAsked(tx: Transaction, requestId: string, householdId: string): Promise<boolean> {
  const [found] = await tx
    .select()
    .from(complianceRequests)
    .where(eq(complianceRequests.id, requestId))
    .limit(1);
  return (
    found?.kind === "suspension" &&
    found.aboutKind === "household" &&
    found.aboutId === householdId &&
    found.answeredAt === null
  );
}
