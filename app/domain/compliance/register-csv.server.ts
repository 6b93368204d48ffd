import { csvTexts, streamTexts } from "~/platform/csv-texts.server";
import { formatExact } from "~/platform/period";
import type { AboutKind, RequestKind, RequestResult, RequestWay } from "./request-words";
import type { ComplianceRequest } from "./types";

/** Words in the language of the file. */
export type RegisterCsvWords = {
  kindOf: (kind: RequestKind) => string;
  wayOf: (way: RequestWay) => string;
  aboutOf: (kind: AboutKind) => string;
  resultOf: (result: RequestResult) => string;
};

const COLUMNS = [
  "id",
  "kind",
  "kind_words",
  "from",
  "way",
  "paper_number",
  "received",
  "entered",
  "asked",
  "about_kind",
  "about",
  "paper_due",
  "acknowledge_by",
  "acknowledged",
  "answer_by",
  "answered",
  "result",
  "in_time",
  "handler",
];

/**
 * The register as CSV (RFC 4180), a row each request, made while it is read; times are Vietnam's. `in_time` is 1 or 0 of
 * what was answered under a clock, and empty otherwise.
 */
export function registerCsv(
  pages: AsyncIterable<readonly ComplianceRequest[]>,
  words: RegisterCsvWords,
): ReadableStream<Uint8Array> {
  const cellsOf = (one: ComplianceRequest) => [
    one.id,
    one.kind,
    words.kindOf(one.kind),
    one.fromWhom,
    words.wayOf(one.way),
    one.paperNumber,
    formatExact(one.receivedAt),
    formatExact(one.enteredAt),
    one.asked,
    one.about === null ? "" : words.aboutOf(one.about.kind),
    one.about === null ? "" : (one.about.code ?? one.about.id),
    timeOf(one.paperDueAt),
    timeOf(one.acknowledgeBy),
    timeOf(one.acknowledgedAt),
    timeOf(one.answerBy),
    timeOf(one.answeredAt),
    one.result === null ? "" : words.resultOf(one.result),
    inTime(one),
    one.handler.name,
  ];
  return streamTexts(csvTexts(COLUMNS, pages, cellsOf));
}

function timeOf(instant: number | null): string {
  return instant === null ? "" : formatExact(instant);
}

function inTime({ answerBy, answeredAt }: ComplianceRequest): string {
  if (answerBy === null || answeredAt === null) return "";
  return answeredAt <= answerBy ? "1" : "0";
}
