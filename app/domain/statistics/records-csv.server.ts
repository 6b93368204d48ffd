import { csvTexts, streamTexts } from "~/platform/csv-texts.server";
import type { RecordBehind } from "./types-records";

const COLUMNS = [
  "kind",
  "code",
  "order_code",
  "date",
  "commune_code",
  "seller",
  "channel",
  "method",
  "ocop_set",
  "stars",
  "packs",
  "vnd",
];

/**
 * Orders and returns as CSV (RFC 4180), a row each line of goods, made while they are read. Returns are below zero, so
 * that the column `vnd` adds up to the figure.
 */
export function recordsCsv(
  pages: AsyncIterable<readonly RecordBehind[]>,
): ReadableStream<Uint8Array> {
  return streamTexts(csvTexts(COLUMNS, linesOf(pages), (cells) => cells));
}

async function* linesOf(pages: AsyncIterable<readonly RecordBehind[]>) {
  for await (const records of pages) yield records.flatMap(rowsOf);
}

function rowsOf(record: RecordBehind): (string | number)[][] {
  const { kind, code, orderCode, on, communeCode, sellerName, channel, method } = record;
  return record.lines.map(({ ocopSet, stars, count, vnd }) => [
    kind,
    code,
    orderCode,
    on,
    communeCode,
    sellerName,
    channel,
    method,
    ocopSet,
    stars,
    count,
    kind === "return" ? 0 - vnd : vnd,
  ]);
}
