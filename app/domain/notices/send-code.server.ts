import { z } from "zod";
import type { CodePurpose } from "~/domain/identity/phone-code-limits";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { POWERS } from "~/domain/identity/powers";
import { refusePhoneCode } from "~/domain/identity/refuse-phone-code.server";
import { inTransaction } from "~/platform/db.server";
import { LANGUAGES, type Language } from "~/platform/language";
import type { SmsChannel } from "./open-channels.server";
import type { ConsentWords } from "./types";

const askedPayload = z.object({
  codeId: z.string(),
  sending: z.number(),
  key: z.string(),
  language: z.enum(LANGUAGES),
  /** Who asks to help, with what, and the last day for which. */
  consent: z
    .object({ helper: z.string(), powers: z.array(z.enum(POWERS)), until: z.string() })
    .optional(),
});

export type WordCode = (
  language: Language,
  code: { digits: string; purpose: CodePurpose; consent: ConsentWords | null },
) => string;

/**
 * An outbox handler: one SMS with the digits of a code, which stand in no table. Not when it is of no use any more, or
 * its phone was sent the digits once more since; asked again by the same number of the message, which its provider knows.
 * What the provider refuses is noted, so that nobody waits for it.
 */
export async function sendCode(
  payload: unknown,
  { sms, word }: { sms: SmsChannel | null; word: WordCode },
): Promise<void> {
  const { codeId, sending, key, language, consent = null } = askedPayload.parse(payload);
  const code = await findPhoneCode(codeId);
  if (sms === null || !code?.isOpen || code.sentCount !== sending) return;
  const { phone, purpose } = code;
  const digits = phoneCode({ ...code, id: codeId });
  const shortText = word(language, { digits, purpose, consent });
  const delivery = await sms({ id: key, phone, words: { shortText, link: "" } });
  if (delivery.kind === "unsure") throw new Error("the SMS provider did not answer");
  if (delivery.kind !== "taken") {
    await inTransaction((tx) => refusePhoneCode(tx, { codeId, sending }));
  }
}
