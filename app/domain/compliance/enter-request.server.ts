import { eq } from "drizzle-orm";
import { complianceRequests, complianceSteps } from "~db/schema/compliance";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { dueAfter, earlierOf, nextDue } from "./clocks";
import type { RequestForm } from "./forms";
import { findTerm } from "./queries-terms.server";
import type { TermUnit } from "./request-words";
import type { RequestAbout } from "./types";

export type EnterRequestFailure = "request_received_future" | "request_too_old" | "form_outdated";

/** What came in, with what it is about as it was found. */
export type NewRequest = Omit<RequestForm, "about"> & {
  about: RequestAbout | null;
  actorId: string;
};

/**
 * Writes a request down, with the clocks of the term that held on the day it came in. Whoever enters it has it. The same
 * form sent twice is one request; other words under its id are `form_outdated`.
 */
export async function enterRequest(
  tx: Transaction,
  { requestId: id, actorId, about, ...facts }: NewRequest,
): Promise<Result<{ isNew: boolean }, EnterRequestFailure>> {
  const [kept] = await tx
    .select()
    .from(complianceRequests)
    .where(eq(complianceRequests.id, id))
    .limit(1);
  if (kept) {
    const isSame =
      kept.kind === facts.kind &&
      kept.asked === facts.asked &&
      kept.receivedAt === facts.receivedAt;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  const enteredAt = now();
  const { kind, receivedAt, paperDueAt } = facts;
  if (receivedAt > enteredAt) return fail("request_received_future");
  const term = await findTerm({ kind, on: localDateOf(receivedAt) }, tx);
  if (!term) return fail("request_too_old");
  const acknowledgeBy = by(receivedAt, term.acknowledgeCount, term.acknowledgeUnit);
  const answerBy = earlierOf(by(receivedAt, term.answerCount, term.answerUnit), paperDueAt);
  const clocks = { acknowledgeBy, answerBy, acknowledgedAt: null, answeredAt: null };
  await tx.insert(complianceRequests).values({
    id,
    ...facts,
    aboutKind: about?.kind ?? null,
    aboutId: about?.id ?? null,
    aboutCode: about?.code ?? null,
    termId: term.id,
    ...clocks,
    dueAt: nextDue(clocks),
    enteredAt,
    enteredById: actorId,
    handlerId: actorId,
  });
  const step = { id: newId("cqs"), requestId: id, step: "entered", words: "" } as const;
  await tx.insert(complianceSteps).values({ ...step, actorId, occurredAt: enteredAt });
  return succeed({ isNew: true });
}

function by(from: number, count: number | null, unit: TermUnit | null) {
  return count === null || unit === null ? null : dueAfter(from, { count, unit });
}
