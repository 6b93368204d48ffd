import type { UserActor } from "~/domain/audit/actor";
import { newId } from "~/platform/ids";
import { suspendHousehold } from "./suspend-household.server";

/** Suspends a household at once, as an authority asks for it by a paper. */
export async function suspendTestHousehold(
  actor: UserActor,
  { slug, reason }: { slug: string; reason: string },
) {
  return suspendHousehold(actor, {
    slug,
    form: {
      intent: "suspend",
      suspensionId: newId("sus"),
      ground: "authority_request",
      requestId: null,
      reference: "12/QĐ-QLTT",
      reason,
    },
  });
}
