import { csvTexts, streamTexts } from "~/platform/csv-texts.server";
import { formatExact, isoInstant } from "~/platform/period";
import type { AuditEntry } from "./types";

/** An entry with what its ids stand for. */
export type NamedEntry = AuditEntry & {
  actorName: string;
  householdName: string;
  subjectName: string;
};

export type AuditCsvWords = {
  /** What was done, in the reader's language. */
  actOf: (action: string) => string;
  /** What before and after say: people's phones are covered. */
  stateOf: (state: unknown) => string;
};

const COLUMNS = [
  "id",
  "time",
  "time_utc",
  "actor_kind",
  "actor_id",
  "actor",
  "household_id",
  "household",
  "action",
  "what",
  "subject_kind",
  "subject_id",
  "subject",
  "before",
  "after",
];

/** The log as CSV (RFC 4180), a row each entry, made while it is read. */
export function auditCsv(
  pages: AsyncIterable<readonly NamedEntry[]>,
  { actOf, stateOf }: AuditCsvWords,
): ReadableStream<Uint8Array> {
  const cellsOf = (entry: NamedEntry) => [
    entry.id,
    formatExact(entry.occurredAt),
    isoInstant(entry.occurredAt),
    entry.actorKind,
    entry.actorId,
    entry.actorName,
    entry.onBehalfOfId,
    entry.householdName,
    entry.action,
    actOf(entry.action),
    entry.subjectKind,
    entry.subjectId,
    entry.subjectName,
    stateOf(entry.before),
    stateOf(entry.after),
  ];
  return streamTexts(csvTexts(COLUMNS, pages, cellsOf));
}
