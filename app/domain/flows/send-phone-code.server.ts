import { askPhoneCode, type AskCodeFailure } from "~/domain/identity/ask-phone-code.server";
import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import type { CodePurpose } from "~/domain/identity/phone-code-limits";
import type { ConsentWords } from "~/domain/notices/types";
import { hasSms } from "~/domain/notices/open-channels.server";
import { inTransaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { enqueueOutbox } from "~/platform/outbox.server";
import { logger } from "~/platform/logger.server";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Result } from "~/platform/result";

// Asks that send nothing cost nothing: this only stops machines.
const asksOfNetwork = createRateLimit({ limit: 400, windowMs: HOUR_MS });
// A whole commune joins on one day behind one address of its carrier; what may be lost is bounded by the phone and in all.
const perNetwork = createRateLimit({ limit: 200, windowMs: HOUR_MS });
// Hired addresses and invented numbers together: a bill that somebody notices, and not one that ruins.
const perHour = createRateLimit({ limit: 1_000, windowMs: HOUR_MS });
const perDay = createRateLimit({ limit: 5_000, windowMs: DAY_MS });

export type CodeRequest = {
  codeId: string;
  /** Ten digits; null: the same code once more. */
  phone: string | null;
  language: Language;
  clientNetwork: string;
  deviceToken: string | null;
  /** Digits that say yes to a helper, whom their message names; without it they let their reader in. */
  consent?: ConsentWords;
  /** Of digits that prove the phone to which this person changes over, and let nobody in. */
  changerId?: string;
};
export type SendCodeFailure =
  | AskCodeFailure
  | "demo_sign_in_code"
  | "codes_not_set_up"
  | "codes_too_many_here"
  | "codes_too_many_together";

/**
 * Sends a one-time code to a phone, whether or not anybody has an account with it: who asks learns nothing of that.
 * Answers the id of the code, under which its digits are typed. The same form sent again sends no second message.
 */
export async function sendPhoneCode(
  request: CodeRequest,
): Promise<Result<{ codeId: string }, SendCodeFailure>> {
  if (!hasSms()) return fail("codes_not_set_up");
  const { codeId, phone, language, clientNetwork, deviceToken, consent, changerId } = request;
  const purpose = purposeOf(request);
  if (purpose === "entry" && isDemoSignIn(phone)) return fail("demo_sign_in_code");
  const waitMs = asksOfNetwork.take(clientNetwork);
  if (waitMs > 0) return fail("codes_too_many_here", { waitMs });
  return inTransaction(async (tx) => {
    const asked = await askPhoneCode(tx, { codeId, phone, purpose, changerId, deviceToken });
    if (!asked.ok) return asked;
    const { message } = asked.value;
    if (message !== null) {
      const refusal = refusalOfMessage(clientNetwork);
      if (refusal) return refusal;
      const { sending, key } = message;
      const payload = { codeId: asked.value.codeId, sending, key, language, consent };
      await enqueueOutbox(tx, { kind: "phone_code", key, payload });
    }
    return succeed({ codeId: asked.value.codeId });
  });
}

function purposeOf({ consent, changerId }: CodeRequest): CodePurpose {
  if (changerId !== undefined) return "change";
  return consent === undefined ? "entry" : "consent";
}

/** In this order: messages that are refused anyway must not use up the wider shares. */
function refusalOfMessage(clientNetwork: string) {
  const hereMs = perNetwork.take(clientNetwork);
  if (hereMs > 0) return fail("codes_too_many_here" as const, { waitMs: hereMs });
  const waitMs = perHour.take("all") || perDay.take("all");
  if (waitMs === 0) return null;
  logger.warn("codes are refused: too many were asked for in all", { waitMs });
  return fail("codes_too_many_together" as const, { waitMs });
}
