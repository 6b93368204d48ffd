import type { UserActor } from "~/domain/audit/actor";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { fail, succeed, type Result } from "~/platform/result";
import { now } from "~/platform/clock.server";
import { addDays, localDateOf } from "~/platform/period";
import { sendPhoneCode, type SendCodeFailure } from "./send-phone-code.server";

/**
 * Sends the household the digits by which it says yes, with who asks and until when; asked again, the same digits once
 * more. Only the agent who asked; the household reads the digits to whom it trusts.
 */
export async function sendConsentCode(
  actor: UserActor,
  { code, clientNetwork }: { code: string; clientNetwork: string },
): Promise<Result<null, SendCodeFailure | "consent_gone">> {
  const asked = await findDelegation(code);
  if (asked?.agentId !== actor.userId || asked.codeId === null) return fail("consent_gone");
  if (asked.status !== "asked") return fail("consent_gone");
  const sent = await sendPhoneCode({
    codeId: asked.codeId,
    phone: asked.phone,
    language: "vi",
    clientNetwork,
    deviceToken: null,
    consent: { helper: asked.agentName, until: addDays(localDateOf(now()), asked.days) },
  });
  if (!sent.ok) return sent;
  // Its digits were tried too often: others would not belong to this question.
  return sent.value.codeId === asked.codeId ? succeed(null) : fail("consent_gone");
}
