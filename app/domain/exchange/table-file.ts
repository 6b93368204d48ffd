import type { TableProduct } from "~/domain/catalog/queries-table.server";
import { TABLE_COLUMNS, type TableColumn } from "./table-columns";
import { textsOf } from "./table-texts";
import { wordOf, type TableWords } from "./table-words";

/** The headings and a row for each product, in words. */
export function tableOf(products: readonly TableProduct[], words: TableWords): string[][] {
  return [
    headings(words),
    ...products.map((product) => {
      const texts = textsOf(product);
      return TABLE_COLUMNS.map((column) => wordOf(words, column, texts[column]));
    }),
  ];
}

/** What a template shows, by column, and what may stand in each. */
export type TemplateWords = {
  sample: Partial<Record<TableColumn, string>>;
  help: Record<TableColumn, string>;
  /** Headings of the list of what may stand where. */
  columnHead: string;
  helpHead: string;
};

/** The headings and lines that are not read: a sample, and what may stand in each column. */
export function templateOf(words: TableWords, template: TemplateWords): string[][] {
  const note = (texts: Partial<Record<TableColumn, string>>) =>
    TABLE_COLUMNS.map((column) => (column === "slug" ? words.note : (texts[column] ?? "")));
  const sample = Object.fromEntries(
    TABLE_COLUMNS.map((column) => [column, wordOf(words, column, template.sample[column] ?? "")]),
  );
  return [headings(words), note(sample), note(template.help)];
}

/** Every column with what may stand there, and every word that some take: as a sheet of its own. */
export function helpOf(words: TableWords, template: TemplateWords): string[][] {
  const lists: Partial<Record<TableColumn, readonly string[]>> = {
    ocopSet: words.sets.map((_, i) => wordOf(words, "ocopSet", String(i + 1))),
    contentUnit: Object.values(words.units),
    taxClass: Object.values(words.taxClasses),
  };
  return [
    [template.columnHead, template.helpHead],
    ...TABLE_COLUMNS.flatMap((column) => [
      [words.head[column], template.help[column]],
      ...(lists[column] ?? []).map((word) => ["", word]),
    ]),
  ];
}

function headings(words: TableWords): string[] {
  return TABLE_COLUMNS.map((column) => words.head[column]);
}

const WIDE: readonly TableColumn[] = ["name", "nameEn", "ocopSet", "taxClass"];
const WIDEST: readonly TableColumn[] = ["description", "descriptionEn"];

/** How wide each column is, in characters. */
export const TABLE_WIDTHS = TABLE_COLUMNS.map((column) =>
  WIDEST.includes(column) ? 50 : WIDE.includes(column) ? 30 : 16,
);
