import { stringify } from "csv-stringify/sync";
import { STANDINGS, type Counts, type Outcome, type Standing } from "./outcome";
import type { SessionStatus } from "./session-status";
import type { Session } from "./types";

export type TrainingCsvWords = {
  /** Of the columns before the figures. */
  head: readonly string[];
  joined: string;
  listed: string;
  sold: string;
  standingOf: (standing: Standing) => string;
  statusOf: (status: SessionStatus) => string;
};

/**
 * Sessions with what came of each as CSV (RFC 4180), UTF-8 with the mark that Excel needs; what a spreadsheet would run
 * gets a leading apostrophe.
 */
export function trainingCsv(
  rows: readonly { session: Session; outcome: Outcome }[],
  words: TrainingCsvWords,
): string {
  const figures = [words.joined, words.listed, words.sold].flatMap((name) =>
    STANDINGS.map((standing) => `${name}: ${words.standingOf(standing)}`),
  );
  const lines = rows.map(({ session, outcome }) => [
    session.heldOn,
    session.title,
    session.communeName,
    words.statusOf(session.status),
    session.teacher,
    session.helperName ?? "",
    String(outcome.households),
    String(outcome.persons),
    ...[outcome.joined, outcome.listed, outcome.sold].flatMap(countsOf),
  ]);
  return stringify([[...words.head, ...figures], ...lines], {
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });
}

function countsOf(counts: Counts): string[] {
  return STANDINGS.map((standing) => String(counts[standing]));
}
