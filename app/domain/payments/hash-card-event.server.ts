import { createHash } from "node:crypto";
import type { CardEvent } from "./card-provider";

/** Of all that we read of an event: the same in a webhook and in the provider's list, and another when one was altered. */
export function hashCardEvent({ about, ...event }: CardEvent): string {
  const { money } = about;
  const ofEvent = [event.id, event.type, event.occurredAt, event.isLive, event.account];
  const ofThing = [about.kind, about.id, about.intentId, about.attemptId, about.reference];
  const words = [
    ofEvent,
    event.apiVersion,
    ofThing,
    money?.amount ?? null,
    money?.currency ?? null,
  ];
  return createHash("sha256").update(JSON.stringify(words)).digest("hex");
}
