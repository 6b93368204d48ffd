import { openSms } from "~/domain/notices/open-channels.server";
import { sendCode } from "~/domain/notices/send-code.server";
import { sendConsentNote } from "~/domain/notices/send-consent-note.server";
import { sendPhoneChanged } from "~/domain/notices/send-phone-changed.server";
import type { OutboxHandlers } from "~/platform/outbox.server";
import {
  wordCode,
  wordConsent,
  wordPhoneChanged,
  type NoticePlace,
} from "~/ui/notices/word-notice";

/** What goes by SMS beside notices. */
export function smsHandlers(place: Pick<NoticePlace, "origin" | "contact">): OutboxHandlers {
  const sms = openSms();
  return {
    phone_code: (payload) => sendCode(payload, { sms, word: wordCode }),
    phone_changed: (payload) =>
      sendPhoneChanged(payload, {
        sms,
        word: (language, told) => wordPhoneChanged(language, told, place.contact),
      }),
    consent_note: (payload) =>
      sendConsentNote(payload, { sms, word: (facts) => wordConsent(facts, place.origin) }),
  };
}
