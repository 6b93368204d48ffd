import { z } from "zod";
import { normalisePhone } from "~/domain/identity/phone";
import { findPhoneChange } from "~/domain/identity/queries-phone-changes.server";
import type { CompleteLanguage } from "~/platform/language";
import type { SmsChannel } from "./open-channels.server";
import { PHONE_NEWS, type PhoneNews } from "./phone-news";

const changedPayload = z.object({
  changeId: z.string(),
  news: z.enum(PHONE_NEWS).default("changed"),
});

/** @param told.ending of the number that was changed to, its last three digits */
export type WordPhoneChanged = (
  language: CompleteLanguage,
  told: { news: PhoneNews; ending: string },
) => string;

/**
 * An outbox handler: tells a number by SMS what became of the account that it opened, or opens again, for whoever holds it may
 * be the one from whom the account was taken. Asked again by the same number of the message, which its provider knows.
 */
export async function sendPhoneChanged(
  payload: unknown,
  { sms, word }: { sms: SmsChannel | null; word: WordPhoneChanged },
): Promise<void> {
  const { changeId, news } = changedPayload.parse(payload);
  const change = await findPhoneChange(changeId);
  if (sms === null || change === null) return;
  const { oldPhone, newPhone, newEnding, language } = change;
  const phone = normalisePhone((news === "lost" ? newPhone : oldPhone) ?? "");
  if (phone === null) return;
  const shortText = word(language, { news, ending: newEnding });
  const id = news === "changed" ? changeId : `${changeId}:${news}`;
  const delivery = await sms({ id, phone, words: { shortText, link: "" } });
  if (delivery.kind === "unsure") throw new Error("the SMS provider did not answer");
}
