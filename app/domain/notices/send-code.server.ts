import { z } from "zod";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { LANGUAGES, type Language } from "~/platform/language";
import type { SmsChannel } from "./open-channels.server";

const askedPayload = z.object({
  codeId: z.string(),
  sending: z.number(),
  key: z.string(),
  language: z.enum(LANGUAGES),
});

export type WordCode = (language: Language, digits: string) => string;

/**
 * An outbox handler: one SMS with the digits of a code, which stand in no table. Not when it is of no use any more, or
 * its phone was sent the digits once more since; asked again by the same number of the message, which its provider knows.
 */
export async function sendCode(
  payload: unknown,
  { sms, word }: { sms: SmsChannel | null; word: WordCode },
): Promise<void> {
  const { codeId, sending, key, language } = askedPayload.parse(payload);
  const code = await findPhoneCode(codeId);
  if (sms === null || !code?.isOpen || code.sentCount !== sending) return;
  const { phone, createdAt } = code;
  const shortText = word(language, phoneCode({ id: codeId, phone, createdAt }));
  const delivery = await sms({ id: key, phone, words: { shortText, link: "" } });
  if (delivery.kind === "unsure") throw new Error("the SMS provider did not answer");
}
