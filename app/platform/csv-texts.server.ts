import { stringify } from "csv-stringify/sync";

const BYTE_ORDER_MARK = "\uFEFF";
/** What other people wrote is no formula. */
const FORMAT = { record_delimiter: "\r\n", escape_formulas: true };

type Cell = string | number | null;

/** A table as CSV (RFC 4180), UTF-8 with the mark that Excel needs, in pieces that are made while it is read. */
export async function* csvTexts<Row>(
  head: readonly string[],
  pages: AsyncIterable<readonly Row[]>,
  cellsOf: (row: Row) => readonly Cell[],
): AsyncGenerator<string, undefined> {
  yield BYTE_ORDER_MARK + stringify([head], FORMAT);
  for await (const rows of pages) {
    yield stringify(
      rows.map((row) => [...cellsOf(row)]),
      FORMAT,
    );
  }
  return undefined;
}

/** Texts as the body of an answer, made as fast as they are taken. */
export function streamTexts(texts: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> {
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
