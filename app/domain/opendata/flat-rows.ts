import type { IndicatorCode } from "./codes";
import type { Observation, RevisionRow } from "./schemas";

/** What a code is called in the reader's language. */
export type CodeNames = {
  indicator: (code: IndicatorCode) => string;
  code: (one: Pick<Observation, "dimension" | "code">) => string;
};

export const OBSERVATION_COLUMNS = [
  "freq",
  "ref_area",
  "indicator",
  "indicator_name",
  "dimension",
  "code",
  "code_name",
  "time_period",
  "value",
  "unit",
  "decimals",
  "obs_status",
  "conf_status",
  "edition",
  "published_at",
  "method_version",
  "edition_hash",
] as const;

/** The cells of a table for people, in the order of `OBSERVATION_COLUMNS`; "" where there is no value. */
export function observationRow(one: Observation, names: CodeNames): string[] {
  const named: Record<(typeof OBSERVATION_COLUMNS)[number], string | number | null> = {
    ...one,
    indicator_name: names.indicator(one.indicator),
    code_name: names.code(one),
  };
  return OBSERVATION_COLUMNS.map((column) => String(named[column] ?? ""));
}

export const REVISION_COLUMNS = [
  "time_period",
  "revision",
  "published_at",
  "causes",
  "note",
  "indicator",
  "indicator_name",
  "before",
  "after",
  "unit",
] as const;

/** The same of a revision; its causes with a semicolon between. */
export function revisionRow(row: RevisionRow, names: CodeNames): string[] {
  const named: Record<(typeof REVISION_COLUMNS)[number], string | number | null> = {
    ...row,
    causes: row.causes.join(";"),
    indicator_name: row.indicator === null ? "" : names.indicator(row.indicator),
  };
  return REVISION_COLUMNS.map((column) => String(named[column] ?? ""));
}
