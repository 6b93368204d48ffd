import { NOTICE_KINDS, type NoticeKind } from "~/domain/notices/notice-kinds";
import type { PhoneNews } from "~/domain/notices/phone-news";
import { smsName } from "~/domain/notices/sms-text";
import type {
  ConsentFacts,
  ConsentWords,
  NoticeFacts,
  NoticeToWord,
  NoticeWords,
} from "~/domain/notices/types";
import { CODE_LIFE_MS, type CodePurpose } from "~/domain/identity/phone-code-limits";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { completeLanguageFor, type CompleteLanguage, type Language } from "~/platform/language";
import { formatVnd } from "~/platform/money";
import {
  formatDate,
  formatDayAndMonth,
  formatMoment,
  localDateOf,
  MINUTE_MS,
} from "~/platform/period";
import { carrierName } from "~/ui/fulfilment/carrier-name";
import { translatorFor, type Translate } from "~/web/i18n";
import { paths } from "~/web/paths";

export type NoticePlace = {
  /** What addresses of ours begin with. */
  origin: string;
  /** What opens the page of what was bought (`keyOfCode`): never kept with the notice. */
  keyOf: (purchaseCode: string) => string;
  /** Where to complain, as whoever runs the market wrote it. */
  contact: string;
};

/** The words of a notice in its reader's language, and where its link leads. */
export function wordNotice(notice: NoticeToWord, place: NoticePlace): NoticeWords {
  const { kind, facts, language } = notice;
  const t = translatorFor(language);
  const phone = phoneInText(place.contact);
  const whole = { ...valuesOf(t, notice, (name) => name), call: callOf(phone?.shown) };
  const short = { ...valuesOf(t, notice, smsName), call: callOf(phone?.digits) };
  const reason = facts.reason ? t("notices.reason", { reason: facts.reason }) : "";
  return {
    subject: t("notices.subject", { about: facts.about }),
    text: t(`notices.text_${kind}`, whole) + reason,
    shortText: t(`notices.text_${kind}`, short),
    link: place.origin + linkOf(notice, place),
    footer: `\n${t("notices.emailEnd", { link: place.origin + paths.accountEmail() })}\n`,
    values: { ...whole, reason: facts.reason ?? "" },
  };
}

const callOf = (phone: string | undefined) => (phone === undefined ? "" : ` ${phone}`);

/** Everything that a text may name. What a notice has not is blank. */
function valuesOf(
  t: Translate,
  { facts, language }: NoticeToWord,
  cut: (name: string) => string,
): Record<string, string> {
  const { about, amountVnd, receivedVnd, householdName, deadlineAt, carrier, trackingCode } = facts;
  const money = (vnd?: number) =>
    vnd === undefined ? "" : formatVnd(vnd, language).replace(/\s/, "");
  const amount = money(amountVnd);
  return {
    about: cut(about),
    household: cut(householdName ?? ""),
    place: cut(facts.place ?? ""),
    by: cut(facts.byName ?? ""),
    amount,
    ending: facts.accountEnding ?? "",
    received: money(receivedVnd),
    time: deadlineAt === undefined ? "" : formatMoment(deadlineAt),
    day: deadlineAt === undefined ? "" : formatDayAndMonth(deadlineAt),
    date: deadlineAt === undefined ? "" : formatDate(localDateOf(deadlineAt)),
    carrier: carrier === undefined ? "" : cut(carrierName(t, carrier)),
    tracking: trackingCode ? t("notices.tracking", { code: cut(trackingCode) }) : "",
    moneyBack: amount === "" ? "" : t("notices.moneyBack", { amount }),
  };
}

const TOLD_OF_EARNINGS: readonly NoticeKind[] = [
  "household_paid_out",
  "household_payout_bounced",
  "household_near_threshold",
  "household_at_threshold",
];

const TOLD_OF_BUYERS: readonly NoticeKind[] = ["household_buyer_found", "household_buyer_lost"];

const TOLD_OF_ENTRIES: readonly NoticeKind[] = [
  "household_code_handed",
  "household_code_used",
  "household_phone_changed",
];

function linkOf({ kind, facts }: NoticeToWord, { keyOf }: NoticePlace): string {
  const { to, about } = NOTICE_KINDS[kind];
  if (to === "buyer") return buyerLink(facts, keyOf);
  if (kind === "household_account_named") return paths.payoutAccount();
  if (kind === "household_item_sent_back") return paths.joining();
  if (TOLD_OF_ENTRIES.some((one) => one === kind)) return paths.entryCodes();
  if (TOLD_OF_BUYERS.some((one) => one === kind)) return paths.householdSupply();
  if (TOLD_OF_EARNINGS.some((one) => one === kind)) return paths.earnings();
  switch (about) {
    case "order":
    case "checkout":
    case "payment":
      return paths.householdOrder(facts.about);
    case "return":
      return paths.householdReturn(facts.about);
    case "contract":
      return paths.householdContract(facts.about);
    case "preorder":
    case "product":
      return paths.householdProducts();
    case "licence":
    case "document":
      return facts.lotCode ? paths.householdLot(facts.lotCode) : paths.householdPapers();
    case "certificate":
      return paths.certificates();
    case "profile":
      return paths.householdProfile();
    case "household":
      return paths.householdDesk();
  }
}

function buyerLink({ purchaseCode = "" }: NoticeFacts, keyOf: NoticePlace["keyOf"]): string {
  return paths.shortLink(purchaseCode, keyOf(purchaseCode));
}

/** The mail that asks whether an address is its reader's. */
export function wordConfirmation(language: CompleteLanguage, origin: string, key: string) {
  const t = translatorFor(language);
  return {
    subject: t("notices.emailMailSubject"),
    text: t("notices.emailMailText"),
    link: origin + paths.accountEmail({ key }),
  };
}

/** The SMS that brings the digits of a one-time code, with what they are good for. */
export function wordCode(
  language: Language,
  code: { digits: string; purpose: CodePurpose; consent: ConsentWords | null },
): string {
  const t = translatorFor(completeLanguageFor(language));
  const { digits, purpose, consent } = code;
  const minutes = CODE_LIFE_MS / MINUTE_MS;
  if (purpose === "change") return t("identity.phoneCodeSms", { digits, minutes });
  if (consent === null) return t("identity.codeSms", { digits, minutes });
  const { helper, powers, until } = consent;
  const what = powers.map((power) => t(`helpers.sms_${power}`)).join(", ");
  return t("helpers.codeSms", { digits, name: smsName(helper), what, day: formatDate(until) });
}

/**
 * The SMS to a number that opened an account until now, or opens it again. @param told.ending of the one that was changed to
 * @param contact as in `NoticePlace`
 */
export function wordPhoneChanged(
  language: CompleteLanguage,
  { news, ending }: { news: PhoneNews; ending: string },
  contact: string,
): string {
  const call = callOf(phoneInText(contact)?.digits);
  return translatorFor(language)(`identity.phoneSms_${news}`, { ending, call });
}

/** The SMS that tells a household who helps it from now on, and by which address it ends that. */
export function wordConsent(
  { helper, until, code, key }: ConsentFacts,
  origin: string,
): Pick<NoticeWords, "shortText" | "link"> {
  const t = translatorFor("vi");
  const shortText = t("helpers.begunSms", { name: smsName(helper), day: formatDate(until) });
  return { shortText, link: origin + paths.consent("vi", { code, key }) };
}
