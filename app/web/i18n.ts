import { createInstance } from "i18next";
import { resources } from "~/locales/resources";
import {
  approvedTexts,
  reviewedCatalogues,
  vietnameseTexts,
} from "~/locales/reviewed/approved-texts";
import {
  COMPLETE_LANGUAGES,
  isReviewedLanguage,
  LANGUAGES,
  type CompleteLanguage,
  type Language,
  type ReviewedLanguage,
} from "~/platform/language";
import { formatInteger, formatVnd } from "~/platform/money";
import { markLanguage } from "./mark-language";

type Catalogue = (typeof resources)["vi"];
type WithoutPlural<Key> =
  Key extends `${infer Base}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? Base : Key;

/** `room.key`, every text of the program; a plural is named without its ending. */
export type MessageKey = {
  [Room in keyof Catalogue]: `${Room}.${WithoutPlural<keyof Catalogue[Room] & string>}`;
}[keyof Catalogue];

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const i18n = createInstance();
void i18n.init({
  resources,
  lng: "vi",
  fallbackLng: false,
  ns: Object.keys(resources.vi),
  nsSeparator: ".",
  keySeparator: false,
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});

const complete = new Map<Language, Translate>(
  COMPLETE_LANGUAGES.map((language) => [language, createTranslator(language)]),
);
const vietnamese = createTranslator("vi");

/** The texts of one language. A missing key is a type error, and a failing test for keys made at run time. */
export function translatorFor(language: Language): Translate {
  if (isReviewedLanguage(language)) return reviewed[language].plain;
  return complete.get(language) ?? vietnamese;
}

/** The same for a page's components: what is not in the reader's language yet is marked for `showLanguages`. */
export function pageTranslatorFor(language: Language): Translate {
  return isReviewedLanguage(language) ? reviewed[language].marked : translatorFor(language);
}

const reviewed: Record<ReviewedLanguage, { plain: Translate; marked: Translate }> = {
  km: reviewedTranslators(approvedTexts(reviewedCatalogues.km)),
  hmn: reviewedTranslators(approvedTexts(reviewedCatalogues.hmn)),
};

/** Texts that a native reader approved, by `room.key`, and Vietnamese for the rest. Neither has more than one plural. */
export function reviewedTranslators(approved: ReadonlyMap<string, string>) {
  const compiled = new Map([...approved].map(([key, text]) => [key, compile(text, "vi")]));
  const own = (key: string, values: MessageValues) =>
    (compiled.get(key) ?? compiled.get(`${key}_other`))?.(values);
  const plain: Translate = (key, values = {}) => own(key, values) ?? vietnamese(key, values);
  const marked: Translate = (key, values = {}) =>
    own(key, values) ?? markLanguage(vietnamese(key, values), "vi");
  return { plain, marked };
}

/** How far a language's catalogue is: texts that may be shown, of all. */
export function translatedShare(language: Language): { count: number; total: number } {
  const total = vietnameseTexts.size;
  if (!isReviewedLanguage(language)) return { count: total, total };
  return { count: approvedTexts(reviewedCatalogues[language]).size, total };
}

/** The languages that a reader may choose: those with at least one text of their own. */
export const OFFERED_LANGUAGES: readonly Language[] = LANGUAGES.filter(
  (language) => translatedShare(language).count > 0,
);

/**
 * Messages are compiled once, because i18next takes 0.02 ms a call and a list page makes a hundred. Which plural a
 * count takes is each language's rule, which i18next holds.
 */
function createTranslator(language: CompleteLanguage): Translate {
  const compiled = new Map<string, (values: MessageValues) => string>();
  const resolver = i18n.services.pluralResolver as { getRule(language: string): Intl.PluralRules };
  const plurals = resolver.getRule(language);
  for (const room of Object.keys(resources[language])) {
    const messages = i18n.getResourceBundle(language, room) as Record<string, string>;
    for (const [key, message] of Object.entries(messages)) {
      compiled.set(`${room}.${key}`, compile(message, language));
    }
  }
  return (key, values = {}) => {
    const message =
      compiled.get(key) ?? compiled.get(`${key}_${plurals.select(Number(values.count))}`);
    return message === undefined ? key : message(values);
  };
}

const COUNTS: ReadonlySet<string> = new Set(
  "count limit max done all used total of reserved wrong kg".split(" "),
);

function isNumber(name: string): boolean {
  return COUNTS.has(name) || name.endsWith("Vnd");
}

/** A value whose name ends in `Vnd` is money, one of `COUNTS` a number of things; both are written as such. */
function compile(message: string, language: CompleteLanguage): (values: MessageValues) => string {
  const parts = message.split(/\{\{\s*(\w+)\s*\}\}/);
  if (parts.length === 1) return () => message;
  const valueOf = (value: string | number | undefined, name: string) => {
    if (typeof value !== "number") return value ?? "";
    if (name.endsWith("Vnd")) return formatVnd(value, language);
    const isCount = isNumber(name) && Number.isInteger(value);
    return isCount ? formatInteger(value, language) : String(value);
  };
  return (values) =>
    parts.map((part, i) => (i % 2 === 0 ? part : valueOf(values[part], part))).join("");
}

/** True when this key, made at run time (an error code, a status), has a text. */
export function isMessageKey(key: string): key is MessageKey {
  const [room = "", name = ""] = key.split(/\.(.*)/);
  const rooms: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> =
    resources.vi;
  const messages = Object.hasOwn(rooms, room) ? rooms[room] : undefined;
  return (
    messages !== undefined &&
    (Object.hasOwn(messages, name) || Object.hasOwn(messages, `${name}_other`))
  );
}

/** The text of an error code; an unknown code reads as a general apology rather than as a key. */
export function errorText(t: Translate, code: string, values?: MessageValues): string {
  const [name = "", figures = ""] = code.split("?");
  const key = `errors.${name}`;
  if (!isMessageKey(key)) return t("errors.unexpected");
  const told = [...new URLSearchParams(figures)].map(([figure, text]) => [
    figure,
    isNumber(figure) && /^\d{1,15}$/.test(text) ? Number(text) : text,
  ]);
  return t(key, values ?? Object.fromEntries(told));
}
