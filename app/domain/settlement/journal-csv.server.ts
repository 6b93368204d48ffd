import { csvTexts, streamTexts } from "~/platform/csv-texts.server";
import { formatDate } from "~/platform/period";
import type { JournalEntry } from "./types-reconciliation";

export type JournalCsvWords = {
  /** One a column. */
  head: readonly string[];
  accountOf: (entry: JournalEntry, side: "debit" | "credit") => string;
  reasonOf: (entry: JournalEntry) => string;
};

/** A journal as CSV, made while it is read. */
export function journalCsv(
  pages: AsyncIterable<readonly JournalEntry[]>,
  words: JournalCsvWords,
): ReadableStream<Uint8Array> {
  return streamTexts(
    csvTexts(words.head, pages, (entry) => [
      formatDate(entry.localDate),
      words.accountOf(entry, "debit"),
      words.accountOf(entry, "credit"),
      entry.amountVnd,
      words.reasonOf(entry),
      entry.code,
    ]),
  );
}
