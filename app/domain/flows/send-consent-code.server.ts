import type { UserActor } from "~/domain/audit/actor";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { fail, succeed, type Result } from "~/platform/result";
import { now } from "~/platform/clock.server";
import { addDays, localDateOf } from "~/platform/period";
import { sendPhoneCode, type SendCodeFailure } from "./send-phone-code.server";

/**
 * Sends the household the digits by which it says yes, with who asks, for what and until when; asked again, the same digits once
 * more. Only the agent who asked; the household reads the digits to whom it trusts.
 */
export async function sendConsentCode(
  actor: UserActor,
  { code, clientNetwork, wish }: { code: string; clientNetwork: string; wish: "first" | "again" },
): Promise<Result<null, SendCodeFailure | "consent_gone">> {
  const asked = await findDelegation(code);
  if (asked?.agentId !== actor.userId || asked.codeId === null) return fail("consent_gone");
  if (asked.status !== "asked") return fail("consent_gone");
  // A question that was sent twice has its message on the way; who asks for one more is told to wait for it.
  const isKnown = wish === "again" && (await findPhoneCode(asked.codeId)) !== null;
  const sent = await sendPhoneCode({
    codeId: asked.codeId,
    phone: isKnown ? null : asked.phone,
    language: "vi",
    clientNetwork,
    deviceToken: null,
    consent: {
      helper: asked.agentName,
      powers: asked.powers,
      until: addDays(localDateOf(now()), asked.days),
    },
  });
  if (!sent.ok) return sent;
  // Its digits were tried too often: others would not belong to this question.
  return sent.value.codeId === asked.codeId ? succeed(null) : fail("consent_gone");
}
