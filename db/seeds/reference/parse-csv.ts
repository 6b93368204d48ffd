export type CsvRecord = { line: number; fields: string[] };
export type CsvResult = { records: CsvRecord[] } | { error: string };

const PLAIN_FIELD = /[^,\r\n]*/y;

/**
 * Comma-separated records as RFC 4180 has them: quotes may hold commas, line ends and doubled quotes.
 * Empty lines are passed over; `line` is where the record begins, from 1.
 */
export function parseCsv(text: string): CsvResult {
  const records: CsvRecord[] = [];
  const end = text.length;
  let at = 0;
  let line = 1;
  while (at < end) {
    const record: CsvRecord = { line, fields: [] };
    for (;;) {
      const field = readField(text, at);
      if (field === null) return { error: `line ${line}: a quoted field is not closed properly` };
      record.fields.push(field.value);
      line += countLineFeeds(text.slice(at, field.end));
      at = field.end;
      if (text[at] !== ",") break;
      at += 1;
    }
    at += lineEndLength(text, at);
    line += 1;
    if (record.fields.some((field) => field.trim() !== "")) records.push(record);
  }
  return { records };
}

function readField(text: string, start: number): { value: string; end: number } | null {
  if (text[start] !== '"') {
    PLAIN_FIELD.lastIndex = start;
    const value = PLAIN_FIELD.exec(text)?.[0] ?? "";
    return { value, end: start + value.length };
  }
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  return at === text.length || /[,\r\n]/.test(text[at] ?? "") ? { value, end: at } : null;
}

function lineEndLength(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? 2 : at < text.length ? 1 : 0;
}

function countLineFeeds(text: string): number {
  return text.split("\n").length - 1;
}
