import { z } from "zod";
import { normalisePhone } from "~/domain/identity/phone";
import { findPhoneChange } from "~/domain/identity/queries-phone-changes.server";
import type { CompleteLanguage } from "~/platform/language";
import type { SmsChannel } from "./open-channels.server";

const changedPayload = z.object({ changeId: z.string() });

/** @param ending of the new number, its last three digits */
export type WordPhoneChanged = (language: CompleteLanguage, ending: string) => string;

/**
 * An outbox handler: tells the number that an account had until now that it has another, for whoever holds it may be the
 * one from whom the account was taken. Asked again by the same number of the message, which its provider knows.
 */
export async function sendPhoneChanged(
  payload: unknown,
  { sms, word }: { sms: SmsChannel | null; word: WordPhoneChanged },
): Promise<void> {
  const { changeId } = changedPayload.parse(payload);
  const change = await findPhoneChange(changeId);
  const phone = normalisePhone(change?.oldPhone ?? "");
  if (sms === null || change === null || phone === null) return;
  const shortText = word(change.language, change.newEnding);
  const delivery = await sms({ id: changeId, phone, words: { shortText, link: "" } });
  if (delivery.kind === "unsure") throw new Error("the SMS provider did not answer");
}
