import { DEFAULT_LANGUAGE, isLanguage } from "~/platform/language";

/** First words of public addresses, all in lower case; codes of orders and lots are not. */
const LOWER_CASE =
  /^\/(?:(?:en|km|hmn)\/)?(?:products|households|ranking|shipping|statistics|communes|collections|register|sign-in|cart|checkout)(?=\/|$)/i;

/**
 * The one way to write an address of ours: no slash at its end, none twice, no `/vi`, lower case where everything is.
 * Routes would answer the other ways too, and each page would stand on several addresses.
 * @param path as the reader sees it, without query
 */
export function canonicalPath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  const language = (parts[0] ?? "").toLowerCase();
  if (isLanguage(language))
    parts.splice(0, 1, ...(language === DEFAULT_LANGUAGE ? [] : [language]));
  const whole = `/${parts.join("/")}`;
  return LOWER_CASE.test(whole) ? whole.toLowerCase() : whole;
}
