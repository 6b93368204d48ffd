import { stringify } from "csv-stringify/sync";
import { formatDate } from "~/platform/period";
import type { JournalEntry } from "./types-reconciliation";

export type JournalCsvWords = {
  /** One a column. */
  head: readonly string[];
  accountOf: (entry: JournalEntry, side: "debit" | "credit") => string;
  reasonOf: (entry: JournalEntry) => string;
};

const BYTE_ORDER_MARK = "\uFEFF";
/** A bank's reference is somebody else's text: no cell of it is a formula. */
const FORMAT = { record_delimiter: "\r\n", escape_formulas: true };

/** A journal as CSV (RFC 4180), UTF-8 with the mark that Excel needs, made while it is read. */
export function journalCsv(
  pages: AsyncIterable<readonly JournalEntry[]>,
  words: JournalCsvWords,
): ReadableStream<Uint8Array> {
  const texts = textsOf(pages, words);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

async function* textsOf(
  pages: AsyncIterable<readonly JournalEntry[]>,
  words: JournalCsvWords,
): AsyncGenerator<string, undefined> {
  yield BYTE_ORDER_MARK + stringify([words.head], FORMAT);
  for await (const entries of pages) {
    const rows = entries.map((entry) => [
      formatDate(entry.localDate),
      words.accountOf(entry, "debit"),
      words.accountOf(entry, "credit"),
      entry.amountVnd,
      words.reasonOf(entry),
      entry.code,
    ]);
    yield stringify(rows, FORMAT);
  }
  return undefined;
}
