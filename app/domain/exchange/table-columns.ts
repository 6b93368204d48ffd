import { PACKAGE_SIDES } from "~/domain/catalog/package-size";

/** What the form of a product's words asks for, in the order of the table. */
const WORD_COLUMNS = [
  "name",
  "nameEn",
  "ocopSet",
  "taxClass",
  "description",
  "descriptionEn",
  "packLabel",
  "packLabelEn",
  "contentQuantity",
  "contentUnit",
  "weightGrams",
  ...PACKAGE_SIDES,
] as const;

/** The columns of a household's products as a table. Named as the fields of the forms are, so that their rules hold. */
export const TABLE_COLUMNS = [
  "slug", // finds the product; empty: a new one
  ...WORD_COLUMNS,
  "priceVnd",
  "stockCount", // packs in the house, those promised to orders included
  "madeOn",
  "expiresOn",
  "shownCount", // what stockCount was when the table was made; only read
  "status", // only read
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export type WordColumn = (typeof WORD_COLUMNS)[number];

/** What somebody may write; the rest finds the product or is only read. */
export const WRITTEN_COLUMNS = TABLE_COLUMNS.filter(
  (column) => column !== "slug" && column !== "shownCount" && column !== "status",
);

export function isWordColumn(column: TableColumn): column is WordColumn {
  return (WORD_COLUMNS as readonly string[]).includes(column);
}

/** Columns in which spreadsheets may keep a number. */
export const NUMBER_COLUMNS: readonly TableColumn[] = [
  "ocopSet",
  "contentQuantity",
  "weightGrams",
  ...PACKAGE_SIDES,
  "priceVnd",
  "stockCount",
  "shownCount",
];
export const DAY_COLUMNS: readonly TableColumn[] = ["madeOn", "expiresOn"];

/** Rows with something in them, without the headings. */
export const MAX_TABLE_ROWS = 5_000;
export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
/** No text of a product is longer; what is longer is an open quotation mark that swallowed its neighbours. */
export const MAX_CELL_LENGTH = 10_000;
/** Of all cells together; cells may share one long text, so a small file can say more than a disk holds. */
export const MAX_TABLE_LENGTH = 24_000_000;

/**
 * A cell as it was read. `kind` says what a spreadsheet kept in it where that is no text: `fraction` is a number that is
 * not whole, `fault` an error of a formula.
 */
export type Cell = { text: string; kind?: "number" | "fraction" | "date" | "fault" };
/** A row of the file: its number there, from 1, and its cells from left to right. */
export type RawRow = { lineNumber: number; cells: Cell[] };
/** Cells by column; a column that the file does not have is not there, and leaves what it says as it is. */
export type TableCells = Partial<Record<TableColumn, Cell>>;
export type TableRow = {
  lineNumber: number;
  /** Of what the row would make, where it makes something: made when the file was read. */
  newProductId: string;
  newLotId: string;
  cells: TableCells;
};

export const ROW_KINDS = ["new", "changed", "unchanged", "wrong", "emptied"] as const;
/** `emptied`: a product that the file does not have, whose free packs are taken off. */
export type RowKind = (typeof ROW_KINDS)[number];
export type RowFault = {
  column: TableColumn;
  code: string;
  detail?: Readonly<Record<string, string | number>>;
  /** What stood in the cell. */
  read: string;
};
/** `isDoubtful`: a price of what is on sale that looks like a slip. */
export type RowChange = { column: TableColumn; before: string; after: string; isDoubtful?: true };

/** What a row would do. Texts are those of the forms: sets, units and classes by their codes. */
export type RowPlan = {
  kind: RowKind;
  /** Null where the row names no product of the household and would make none. */
  productId: string | null;
  name: string;
  faults: RowFault[];
  changes: RowChange[];
};
/** `lineNumber` is null for a product that the file does not have. */
export type ImportRowView = { position: number; lineNumber: number | null; plan: RowPlan };

export const IMPORT_STATUSES = ["planned", "writing", "done"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
/** What became of a row that should be written: `differs` is one that would have done something else by then. */
export const ROW_OUTCOMES = ["written", "differs"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
