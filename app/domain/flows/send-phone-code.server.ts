import { askPhoneCode, type AskCodeFailure } from "~/domain/identity/ask-phone-code.server";
import { deviceOf } from "~/domain/identity/device-token.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { inTransaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { enqueueOutbox } from "~/platform/outbox.server";
import { HOUR_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Result } from "~/platform/result";

// Each message is paid. A whole commune may sit behind one address of its carrier.
const perNetwork = createRateLimit({ limit: 40, windowMs: HOUR_MS });
// Hired addresses and invented numbers together: a bill that somebody notices, and not one that ruins.
const together = createRateLimit({ limit: 1_000, windowMs: HOUR_MS });

export type CodeRequest = {
  codeId: string;
  /** Ten digits; null: the same code once more. */
  phone: string | null;
  language: Language;
  clientNetwork: string;
  deviceToken: string | null;
};
export type SendCodeFailure =
  AskCodeFailure | "codes_not_set_up" | "codes_too_many_here" | "codes_too_many_together";

/**
 * Sends a one-time code to a phone, whether or not anybody has an account with it: who asks learns nothing of that.
 * Answers the id of the code, under which its digits are typed. The same form sent again sends no second message.
 */
export async function sendPhoneCode(
  request: CodeRequest,
): Promise<Result<{ codeId: string }, SendCodeFailure>> {
  if (!hasSms()) return fail("codes_not_set_up");
  const { codeId, phone, language, clientNetwork, deviceToken } = request;
  const isKnownBrowser = phone !== null && deviceOf(phone, deviceToken) !== null;
  const waitHereMs = perNetwork.take(clientNetwork);
  if (waitHereMs > 0) return fail("codes_too_many_here", { waitMs: waitHereMs });
  const waitMs = together.take("all");
  if (waitMs > 0) return fail("codes_too_many_together", { waitMs });
  return inTransaction(async (tx) => {
    const asked = await askPhoneCode(tx, { codeId, phone, isKnownBrowser });
    if (!asked.ok) return asked;
    const { sending } = asked.value;
    if (sending !== null) {
      const key = `${asked.value.codeId}-${sending}`;
      const payload = { codeId: asked.value.codeId, sending, language };
      await enqueueOutbox(tx, { kind: "phone_code", key, payload });
    }
    return succeed({ codeId: asked.value.codeId });
  });
}
