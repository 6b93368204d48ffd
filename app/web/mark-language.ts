import type { Language } from "~/platform/language";

// Characters for private use: nothing that was typed keeps them, React leaves them as they are, and no page is sent
// with them.
const START = "\uE000";
const NAMED = "\uE001";
const END = "\uE002";
const MARKS = /\uE000([a-z]+)\uE001|[\uE000-\uE002]/g;
/** Elements whose content is text alone. */
const TEXT_ONLY = /^<(?:option|script|style|textarea|title)\b/;

/** Marks a text that stands in another language than its page, whole or as a part of a sentence. */
export function markLanguage(text: string, language: Language): string {
  return START + language + NAMED + text + END;
}

/**
 * Turns the marks in a page into elements that name their language, so that a screen reader pronounces them and a
 * browser offers to translate them (WCAG 3.1.2); in attributes and where no element may stand they are taken out.
 * @param html as React writes it: `<` and `>` within texts and attributes are escaped
 */
export function showLanguages(html: string): string {
  if (!html.includes(END)) return html;
  return html.replaceAll(MARKS, (mark, language: string | undefined, at: number) => {
    if (!mayHoldElement(html, at)) return "";
    if (mark === END) return "</span>";
    return language === undefined ? "" : `<span lang="${language}">`;
  });
}

function mayHoldElement(html: string, at: number): boolean {
  const tag = html.lastIndexOf("<", at);
  const isWithinTag = html.lastIndexOf(">", at) < tag;
  return !isWithinTag && !TEXT_ONLY.test(html.slice(tag, tag + 10));
}
