import type { CardEvent, CardFailure, CardProvider } from "~/domain/payments/card-provider";
import { CARD_EVENT_TYPES } from "~/domain/payments/card-provider";
import type { CardEventReason } from "~/domain/payments/card-status";
import { hashCardEvent } from "~/domain/payments/hash-card-event.server";
import {
  findAttemptOf,
  isEventKnown,
  loadAttempt,
} from "~/domain/payments/queries-cards-records.server";
import { recordCardEvent } from "~/domain/payments/record-card-event.server";
import type { CardAttemptRecord } from "~/domain/payments/types-cards";
import { now } from "~/platform/clock.server";
import { DatabaseBusyError, inTransaction, reader } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { fail, succeed, type Result } from "~/platform/result";
import { judgeCardEvent, quarantined, TAKEN, type CardJudgement } from "./judge-card-event";
import { lookAtAttempt } from "./look-at-attempt.server";

/** As long as the poller looks back, so that it meets the event once more when this is over. */
export const TRIED_FOR_MS = 10 * 60_000;

type Told = { event: CardEvent; toldBy: "webhook" | "list" };

/**
 * Takes in one event of the card provider. It only says where to look: what it is about is asked of the provider, and
 * booked with the event in one transaction, once. What does not fit our shop or the order changes nothing and is kept for
 * a person. `card_unreachable`: nothing was kept, it has to be told again. In the list each event has the version of the
 * day on which it came about, whatever we asked in: there it says nothing, and a webhook of our version is the same event.
 * One of the list on which our own books fail is `later` in its first minutes, for the next poll lists it again, then it
 * is kept as `broken`: nothing behind it waits.
 */
export async function takeCardEvent(
  provider: CardProvider,
  { event: told, toldBy }: Told,
): Promise<Result<CardJudgement | "known" | "later", CardFailure>> {
  const event = toldBy === "list" ? { ...told, apiVersion: provider.apiVersion } : told;
  const fingerprint = hashCardEvent(event);
  if (await isEventKnown(reader(), { eventId: event.id, fingerprint })) return succeed("known");
  const keep = async (judgement: CardJudgement, attemptId: string | null) => {
    const row = { event, fingerprint, attemptId, toldBy, ...judgement };
    await inTransaction((tx) => recordCardEvent(tx, row));
    if (judgement.status === "quarantined") warn(event, judgement);
    return succeed(judgement);
  };
  const strange = strangenessOf(provider, event);
  if (strange !== null) return keep(strange, null);
  const found = await findOwner(provider, event);
  if (!found.ok) return found;
  const attempt = found.value;
  if (attempt === null) return keep(quarantined("unknown_order"), null);
  const doubt = doubtOf(event, attempt);
  if (doubt !== null) return keep(quarantined(doubt), attempt.id);
  const { about } = event;
  let judgement = TAKEN;
  const look = lookAtAttempt(provider, attempt, {
    sessionId: about.kind === "session" ? about.id : null,
    intentId: about.intentId,
    disputeId: about.kind === "dispute" ? about.id : null,
    also: async (tx, seen) => {
      judgement = judgeCardEvent({ type: event.type, aboutKind: about.kind }, seen);
      await recordCardEvent(tx, {
        event,
        fingerprint,
        attemptId: attempt.id,
        toldBy,
        ...judgement,
      });
    },
  });
  const looked = await look.catch((error: unknown) => {
    // Whoever sent it sends it again, and the list of the next minutes has it still.
    if (toldBy === "webhook" || error instanceof DatabaseBusyError) throw error;
    logger.error("an event of the card provider broke", {
      eventId: event.id,
      ...errorFields(error),
    });
    return null;
  });
  if (looked === null) {
    const isNew = now() - event.occurredAt < TRIED_FOR_MS;
    return isNew ? succeed("later") : keep(quarantined("broken"), attempt.id);
  }
  if (!looked.ok)
    return looked.code === "card_refused" ? keep(quarantined("unknown_order"), attempt.id) : looked;
  if (judgement.status === "quarantined") warn(event, judgement);
  return succeed(judgement);
}

/** What is wrong with it whatever it is about. */
function strangenessOf(provider: CardProvider, event: CardEvent): CardJudgement | null {
  if (event.isLive !== provider.isLive) return quarantined("other_mode");
  if (event.account !== null) return quarantined("other_account");
  if (event.apiVersion !== provider.apiVersion) return quarantined("other_version");
  const isOurs = CARD_EVENT_TYPES.some((type) => type === event.type);
  return isOurs ? null : { status: "ignored", reason: "other_kind" };
}

/** Whose it is: by what we wrote on it, by what we know of it, or by what the provider says of its payment. */
async function findOwner(
  provider: CardProvider,
  { about }: CardEvent,
): Promise<Result<CardAttemptRecord | null, CardFailure>> {
  const { attemptId, intentId } = about;
  const sessionId = about.kind === "session" ? about.id : null;
  const known = await findAttemptOf(reader(), { attemptId, sessionId, intentId });
  if (known || intentId === null) return succeed(known);
  const intent = await provider.readIntent(intentId);
  if (!intent.ok) return intent.code === "card_refused" ? succeed(null) : fail(intent.code);
  const named = intent.value.attemptId;
  return succeed(named === null ? null : await loadAttempt(reader(), named));
}

/** What it says of the order that is not so. */
function doubtOf({ about }: CardEvent, attempt: CardAttemptRecord): CardEventReason | null {
  const { attemptId, reference, money } = about;
  if (attemptId !== null && attemptId !== attempt.id) return "other_order";
  if (reference !== null && reference !== attempt.reference) return "other_order";
  if (money === null) return null;
  if (money.currency !== "vnd") return "currency_differs";
  return money.amount === attempt.amountVnd ? null : "amount_differs";
}

function warn({ id, type }: CardEvent, { reason }: CardJudgement) {
  logger.error("an event of the card provider needs a person", { eventId: id, type, reason });
}
