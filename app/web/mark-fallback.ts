// Characters for private use: no text has them, React leaves them as they are, and no page is sent with them.
const START = "\uE000";
const END = "\uE001";
const MARKS = /[\uE000\uE001]/g;
const TOKENS = /<[^>]*>|[^<]+/g;
/** Elements whose content is text alone. */
const TEXT_ONLY = new Set(["option", "script", "style", "textarea", "title"]);

/** Marks a text that stands in Vietnamese because the reader's language has none yet. */
export function markFallback(text: string): string {
  return START + text + END;
}

/**
 * Turns the marks in a page into elements that name their language, so that a screen reader pronounces them and a
 * browser offers to translate them; in attributes and where no element may stand they are taken out.
 * @param html as React writes it: `<` and `>` within texts and attributes are escaped
 */
export function showFallbacks(html: string): string {
  let textOnly: string | null = null;
  return html.replaceAll(TOKENS, (token) => {
    if (token.startsWith("<")) {
      const [, slash, name = ""] = /^<(\/?)([a-z0-9]+)/i.exec(token) ?? [];
      if (slash === "" && TEXT_ONLY.has(name)) textOnly = name;
      else if (slash === "/" && name === textOnly) textOnly = null;
      return token.replaceAll(MARKS, "");
    }
    if (textOnly !== null) return token.replaceAll(MARKS, "");
    return token.replaceAll(START, '<span lang="vi">').replaceAll(END, "</span>");
  });
}
