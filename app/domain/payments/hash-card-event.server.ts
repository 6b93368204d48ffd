import { createHash } from "node:crypto";
import type { CardEvent } from "./card-provider";

/** Of all that we read of an event: the same in a webhook and in the provider's list, and another when one was altered. */
export function hashCardEvent({ about, ...event }: CardEvent): string {
  const words = [
    ...[event.id, event.type, event.occurredAt, event.isLive, event.account, event.apiVersion],
    ...[about.kind, about.id, about.intentId, about.attemptId, about.reference],
    ...[about.money?.amount, about.money?.currency],
  ];
  return createHash("sha256").update(JSON.stringify(words)).digest("hex");
}
