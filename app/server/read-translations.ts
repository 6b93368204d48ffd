import type { ReviewedText } from "~/locales/reviewed/approved-texts";
import { cleanText } from "~/platform/typed-text";
import { parseCsv } from "~db/seeds/reference/parse-csv";

export const TRANSLATION_COLUMNS = ["key", "vi", "en", "text", "reviewed_by"] as const;

const ERRORS_MAX = 20;
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * A sheet that came back from a native reader. Rows without a text are passed over; a text without a name waits.
 * @param vietnamese every Vietnamese text by `room.key`
 */
export function readTranslations(
  csv: string,
  vietnamese: ReadonlyMap<string, string>,
): { catalogue: Record<string, ReviewedText> } | { errors: string[] } {
  const parsed = parseCsv(csv.replace(BYTE_ORDER_MARK, ""));
  if ("error" in parsed) return { errors: [parsed.error] };
  const [head, ...records] = parsed.records;
  const at = (column: (typeof TRANSLATION_COLUMNS)[number]) => head?.fields.indexOf(column) ?? -1;
  const missing = TRANSLATION_COLUMNS.filter((column) => at(column) < 0);
  if (missing.length > 0) return { errors: [`no column ${missing.join(", ")}`] };
  const catalogue: Record<string, ReviewedText> = {};
  const errors: string[] = [];
  for (const { line, fields } of records) {
    const value = (column: (typeof TRANSLATION_COLUMNS)[number]) =>
      cleanText(fields[at(column)] ?? "");
    const [key, text] = [value("key"), value("text")];
    const source = fields[at("vi")] ?? ""; // as it was handed out, to the letter
    if (text === "") continue;
    const problem = problemOf({ key, source, text, isKnown: vietnamese.has(key) });
    if (problem !== null) errors.push(`line ${line}, ${key}: ${problem}`);
    catalogue[key] = { source, text, reviewed_by: value("reviewed_by") || null };
  }
  return errors.length > 0 ? { errors: errors.slice(0, ERRORS_MAX) } : { catalogue };
}

function problemOf(row: { key: string; source: string; text: string; isKnown: boolean }) {
  if (!row.isKnown) return "no text of the site has this key";
  const [wanted, found] = [holesIn(row.source), holesIn(row.text)];
  if (wanted !== found) return `must keep ${wanted || "no {{...}}"}, has ${found || "none"}`;
  return null;
}

/** The values to fill in, as they stand in a text: `{{count}} {{total}}`, sorted. */
export function holesIn(text: string): string {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
    .map((match) => match[1] ?? "")
    .toSorted()
    .map((name) => `{{${name}}}`)
    .join(" ");
}
