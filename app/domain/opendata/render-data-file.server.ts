import { stringify } from "csv-stringify/sync";
import { guardText } from "~/domain/exchange/guarded-text";
import { writeXlsx } from "~/domain/exchange/write-xlsx.server";
import { LICENCE_URL, TOTAL } from "./codes";
import type { DataFile } from "./data-files";
import type { FileWords } from "./file-words";
import { OBSERVATION_COLUMNS, observationRow, REVISION_COLUMNS, revisionRow } from "./flat-rows";
import { listObservations, listRevisionRows } from "./queries.server";
import type { Observation } from "./schemas";
import { sdmxCsv } from "./sdmx-csv.server";

/** `changedAt`: ISO, when the newest of it became public; null while nothing is. */
export type RenderedFile = { content: string | Uint8Array<ArrayBuffer>; changedAt: string | null };

/** A file of open data as it stands; the same figures and words give the same bytes. */
export async function renderDataFile(file: DataFile, words: FileWords): Promise<RenderedFile> {
  if (file.dataset === "revisions") return renderRevisions(file, words);
  const observations = await observationsFor(file);
  const changedAt = newestOf(observations.map((one) => one.published_at));
  const table = () => observations.map((one) => observationRow(one, words.names));
  switch (file.format) {
    case "csv":
      return { content: csv(OBSERVATION_COLUMNS, table()), changedAt };
    case "json":
      return { content: json(observations, words), changedAt };
    case "xlsx":
      return { content: await xlsx(table(), { ...words, changedAt }), changedAt };
    case "sdmx.csv":
      return { content: sdmxCsv(observations), changedAt };
  }
}

async function observationsFor({ dataset }: DataFile): Promise<Observation[]> {
  if (dataset === "editions") return listObservations("all");
  const newest = await listObservations("newest");
  const isSingle = ({ dimension }: Observation) => dimension === TOTAL;
  return newest.filter((one) => isSingle(one) === (dataset === "indicator"));
}

async function renderRevisions({ format }: DataFile, words: FileWords): Promise<RenderedFile> {
  const rows = await listRevisionRows();
  const changedAt = newestOf(rows.map((row) => row.published_at));
  const table = rows.map((row) => revisionRow(row, words.names));
  const content = format === "json" ? json(rows, words) : csv(REVISION_COLUMNS, table);
  return { content, changedAt };
}

/** RFC 4180, UTF-8 with the mark that Excel needs; what a spreadsheet would run gets a leading apostrophe. */
function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((text) => (NUMBER.test(text) ? text : guardText(text))));
  return stringify([columns, ...cells], { bom: true, record_delimiter: "\r\n" });
}

/** One below zero is no formula. */
const NUMBER = /^-\d+(?:\.\d+)?$/;

function json(data: readonly object[], { notes }: FileWords): string {
  const about = notes.map(([name, text]) => ({ name, text }));
  return `${JSON.stringify({ licence: LICENCE_URL, notes: about, data }, null, 1)}\n`;
}

const WIDTHS = [6, 10, 24, 44, 12, 14, 34, 12, 20, 9, 9, 11, 11, 9, 24, 14, 66];
const NUMBER_COLUMNS = ["value", "decimals", "edition", "method_version"].map((name) =>
  OBSERVATION_COLUMNS.findIndex((column) => column === name),
);

async function xlsx(
  table: string[][],
  { notes, words, changedAt }: FileWords & { changedAt: string | null },
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = [[...OBSERVATION_COLUMNS], ...table];
  const said = [[words.name, words.text], [words.asOf, changedAt ?? words.notYet], ...notes];
  return new Uint8Array(
    await writeXlsx([
      { name: words.data, rows, widths: WIDTHS, numberColumns: NUMBER_COLUMNS },
      { name: words.notes, rows: said, widths: [28, 100] },
    ]),
  );
}

function newestOf(instants: readonly string[]): string | null {
  // All of one form, so they sort as text.
  return instants.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
}
