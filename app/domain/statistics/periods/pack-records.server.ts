import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { IndicatorMonth } from "../types";
import { figuresOf } from "./manifest";
import type { PeriodRecord } from "./records";

const RECORDS_OF_A_PART = 5_000;
// Of 5,000 records with very many lines each; what unpacks to more was not packed here.
const PART_BYTES_MAX = 64 * 2 ** 20;
const pack = promisify(gzip);
const unpack = promisify(gunzip);

export type PackedRecords = {
  parts: { content: Uint8Array; hash: string }[];
  /** SHA-256 of all records as text. */
  hash: string;
  saleCount: number;
  returnCount: number;
};

/** SHA-256 in hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Names a month's figures as somebody saw them. */
export function seenOf(month: IndicatorMonth): string {
  return hashOf(JSON.stringify(figuresOf(month))).slice(0, 16);
}

/** Packs records as they come, one line of JSON each; `onRecord` sees each once. */
export async function packRecords(
  records: AsyncIterable<PeriodRecord>,
  onRecord: (record: PeriodRecord) => void,
): Promise<PackedRecords> {
  const packed: PackedRecords = { parts: [], hash: "", saleCount: 0, returnCount: 0 };
  const all = createHash("sha256");
  let lines: string[] = [];
  const flush = async () => {
    const text = lines.join("");
    lines = [];
    const content = new Uint8Array(await pack(text));
    packed.parts.push({ content, hash: hashOf(content) });
  };
  for await (const record of records) {
    const line = `${JSON.stringify(record)}\n`;
    all.update(line);
    lines.push(line);
    packed[record.kind === "sale" ? "saleCount" : "returnCount"] += 1;
    onRecord(record);
    if (lines.length === RECORDS_OF_A_PART) await flush();
  }
  if (lines.length > 0) await flush();
  packed.hash = all.digest("hex");
  return packed;
}

/** The lines of each part, as they were packed. Throws for what is no part. */
export async function* unpackParts(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const content of parts) {
    yield new Uint8Array(await unpack(content, { maxOutputLength: PART_BYTES_MAX }));
  }
}

/** The records of parts. Throws for what is no part. */
export async function* unpackRecords(
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<PeriodRecord> {
  const decoder = new TextDecoder();
  for await (const lines of unpackParts(parts)) {
    for (const line of decoder.decode(lines).split("\n")) {
      if (line !== "") yield JSON.parse(line) as PeriodRecord;
    }
  }
}
