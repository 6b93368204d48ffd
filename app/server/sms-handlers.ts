import { openSms } from "~/domain/notices/open-channels.server";
import { sendCode } from "~/domain/notices/send-code.server";
import { sendConsentNote } from "~/domain/notices/send-consent-note.server";
import { sendPhoneChanged } from "~/domain/notices/send-phone-changed.server";
import type { OutboxHandlers } from "~/platform/outbox.server";
import { wordCode, wordConsent, wordPhoneChanged } from "~/ui/notices/word-notice";

/** What goes by SMS beside notices. @param origin what addresses of ours begin with */
export function smsHandlers(origin: string): OutboxHandlers {
  const sms = openSms();
  return {
    phone_code: (payload) => sendCode(payload, { sms, word: wordCode }),
    phone_changed: (payload) => sendPhoneChanged(payload, { sms, word: wordPhoneChanged }),
    consent_note: (payload) =>
      sendConsentNote(payload, { sms, word: (facts) => wordConsent(facts, origin) }),
  };
}
