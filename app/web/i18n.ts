import { createInstance } from "i18next";
import { resources } from "~/locales/resources";
import { LANGUAGES, type Language } from "~/platform/language";

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

const translators = new Map<Language, Translate>(
  LANGUAGES.map((language) => [language, createTranslator(language)]),
);

/** The texts of one language. A missing key is a type error, and a failing test for keys made at run time. */
export function translatorFor(language: Language): Translate {
  return translators.get(language) ?? createTranslator(language);
}

/**
 * Plain and interpolated messages are compiled once, because i18next takes 0.02 ms a call and a list page makes
 * a hundred; plurals stay with i18next, which knows each language's rules.
 */
function createTranslator(language: Language): Translate {
  const compiled = new Map<string, (values: MessageValues) => string>();
  const plural = i18n.getFixedT(language);
  for (const [room, messages] of Object.entries(resources[language])) {
    for (const [key, message] of Object.entries<string>(messages)) {
      compiled.set(`${room}.${key}`, compile(message));
    }
  }
  return (key, values = {}) => {
    const message = compiled.get(key);
    if (message) return message(values);
    const text: unknown = plural(key as never, values as never);
    return typeof text === "string" ? text : key;
  };
}

function compile(message: string): (values: MessageValues) => string {
  const parts = message.split(/\{\{\s*(\w+)\s*\}\}/);
  if (parts.length === 1) return () => message;
  return (values) =>
    parts.map((part, i) => (i % 2 === 0 ? part : String(values[part] ?? ""))).join("");
}

/** True when this key, made at run time (an error code, a status), has a text. */
export function isMessageKey(key: string): key is MessageKey {
  const [room = "", name = ""] = key.split(/\.(.*)/);
  const rooms: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> =
    resources.vi;
  const messages = rooms[room];
  return messages !== undefined && (name in messages || `${name}_other` in messages);
}

/** The text of an error code; an unknown code reads as a general apology rather than as a key. */
export function errorText(t: Translate, code: string, values?: MessageValues): string {
  const key = `errors.${code}`;
  return isMessageKey(key) ? t(key, values) : t("errors.unexpected");
}
