import { fail, type Result } from "~/platform/result";
import { readZip } from "./read-zip.server";
import { readSharedTexts } from "./read-shared-texts.server";
import { readSheet, type SheetCode } from "./read-sheet.server";
import { findFirstSheet } from "./find-first-sheet.server";
import { readDateStyles } from "./read-date-styles.server";
import type { RawRow } from "./table-columns";

export type XlsxCode = "table_damaged" | SheetCode;

const MEGABYTE = 1024 * 1024;
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";
const SHARED = "xl/sharedStrings.xml";
const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/;
/** Of a sheet, and of the texts that sheets share: five thousand rows take a third of it. */
const SHEET_LIMIT = 24 * MEGABYTE;

/** How long a part beside the sheets may be when it is unpacked. */
function bookLimit(path: string): number | null {
  if (path === WORKBOOK || path === RELATIONS) return MEGABYTE;
  if (path === STYLES) return 2 * MEGABYTE;
  return path === SHARED ? SHEET_LIMIT : null;
}

/** The rows of the first sheet of an XLSX file. Formulas count as what they last came to. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<RawRow[], XlsxCode>> {
  const book = await readZip(bytes, bookLimit);
  if (book === null) return fail("table_damaged");
  const textOf = (path: string) => new TextDecoder().decode(book.get(path));
  const path = await findFirstSheet(textOf(WORKBOOK), textOf(RELATIONS));
  if (path === null || !SHEETS.test(path)) return fail("table_damaged");
  // The other sheets stay packed: together they may be as long as the memory of the machine.
  const sheets = await readZip(bytes, (one) => (one === path ? SHEET_LIMIT : null));
  const sheet = sheets?.get(path);
  if (sheet === undefined) return fail("table_damaged");
  const shared = await readSharedTexts(textOf(SHARED));
  const dateStyles = await readDateStyles(textOf(STYLES));
  const is1904 = /date1904="(?:1|true)"/.test(textOf(WORKBOOK));
  if (shared === null) return fail("table_damaged");
  return readSheet(new TextDecoder().decode(sheet), { shared, dateStyles, is1904 });
}
