import type { CardEventReason, CardEventStatus } from "~/domain/payments/card-status";
import type { LookedAt } from "./look-at-attempt.server";

export type CardJudgement = { status: CardEventStatus; reason: CardEventReason };

export const TAKEN: CardJudgement = { status: "taken", reason: "told" };
export const quarantined = (reason: CardEventReason): CardJudgement => ({
  status: "quarantined",
  reason,
});

/** What is made of an event by what was seen where it made us look. */
export function judgeCardEvent(
  event: { type: string; aboutKind: string },
  { doubt }: Pick<LookedAt, "doubt">,
): CardJudgement {
  if (doubt === null) return TAKEN;
  const isOfRefund = event.aboutKind === "refund" || event.type === "charge.refunded";
  return doubt === "unknown_refund" && !isOfRefund ? TAKEN : quarantined(doubt);
}
