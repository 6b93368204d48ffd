import type { EditedWords } from "~/domain/catalog/forms";
import type { TableProduct } from "~/domain/catalog/queries-table.server";
import { taxClassOf } from "~/domain/catalog/tax-class";
import { parseTypedCount, parseTypedDay, parseTypedVnd } from "~/domain/catalog/typed-values";
import { addDays, formatDate } from "~/platform/period";
import { cleanText } from "~/platform/typed-text";
import {
  DAY_COLUMNS,
  NUMBER_COLUMNS,
  type Cell,
  type TableColumn,
  type WordColumn,
} from "./table-columns";

/** What the form of a product's words would show. */
export function textsOfWords(words: EditedWords): Record<WordColumn, string> {
  const { packageSize } = words;
  return {
    name: words.name,
    nameEn: words.nameEn,
    ocopSet: String(words.ocopSet),
    // What only follows from the set goes on following it.
    taxClass: words.taxClass === taxClassOf(words.ocopSet) ? "" : words.taxClass,
    description: words.description,
    descriptionEn: words.descriptionEn,
    packLabel: words.packLabel,
    packLabelEn: words.packLabelEn,
    contentQuantity: String(words.contentQuantity),
    contentUnit: words.contentUnit,
    weightGrams: words.weightGrams === 0 ? "" : String(words.weightGrams),
    lengthCm: packageSize === null ? "" : String(packageSize.lengthCm),
    widthCm: packageSize === null ? "" : String(packageSize.widthCm),
    heightCm: packageSize === null ? "" : String(packageSize.heightCm),
  };
}

/** A product as a row of the table, its words as codes. A day stands there while all its packs are of one lot. */
export function textsOf(product: TableProduct): Record<TableColumn, string> {
  const stockCount = String(packsOf(product));
  const [lot, ...others] = product.lots;
  const only = others.length === 0 ? lot : undefined;
  return {
    slug: product.slug,
    ...textsOfWords(product.words),
    priceVnd: String(product.priceVnd),
    stockCount,
    madeOn: only ? formatDate(only.madeOn) : "",
    expiresOn: only?.expiresOn ? formatDate(only.expiresOn) : "",
    shownCount: stockCount,
    status: product.status,
  };
}

/** All packs that are there, those promised to orders included. */
export function packsOf({ lots }: TableProduct): number {
  return lots.reduce((sum, lot) => sum + lot.onHandCount, 0);
}

/** A spreadsheet's day 0; its days are counted right from March 1900 on. */
const DAY_ZERO = "1899-12-30";
const FIRST_SERIAL = 36_526; // 2000
const LAST_SERIAL = 73_415; // 2100

/** What a person would have typed: a day that a spreadsheet keeps as a number is written as a day. */
export function typedTextOf(column: TableColumn, { text, kind }: Cell): string {
  if (kind !== "number" || !DAY_COLUMNS.includes(column)) return text.trim();
  const serial = Number(text);
  const isDay = serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  return isDay ? formatDate(addDays(DAY_ZERO, serial)) : text;
}

/** Whether both say the same, however it is written: `185.000 đ` and `185000`. */
export function saysSame(column: TableColumn, one: string, other: string): boolean {
  return meaningOf(column, one) === meaningOf(column, other);
}

function meaningOf(column: TableColumn, text: string): string {
  const value =
    column === "priceVnd"
      ? parseTypedVnd(text)
      : NUMBER_COLUMNS.includes(column)
        ? parseTypedCount(text)
        : DAY_COLUMNS.includes(column)
          ? parseTypedDay(text)
          : null;
  return value === null ? cleanText(text) : String(value);
}
