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

/** How long a part may be when it is unpacked: five thousand rows take a third of it. */
function limitOf(path: string): number | null {
  if (path === WORKBOOK || path === RELATIONS) return MEGABYTE;
  if (path === STYLES) return 2 * MEGABYTE;
  return /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/.test(path) ? 24 * MEGABYTE : null;
}

/** The rows of the first sheet of an XLSX file. Formulas count as what they last came to. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<RawRow[], XlsxCode>> {
  const parts = await readZip(bytes, limitOf);
  if (parts === null) return fail("table_damaged");
  const textOf = (path: string) => new TextDecoder().decode(parts.get(path));
  const path = await findFirstSheet(textOf(WORKBOOK), textOf(RELATIONS));
  if (path === null || !parts.has(path)) return fail("table_damaged");
  const shared = await readSharedTexts(textOf("xl/sharedStrings.xml"));
  const dateStyles = await readDateStyles(textOf(STYLES));
  const is1904 = /date1904="(?:1|true)"/.test(textOf(WORKBOOK));
  if (shared === null) return fail("table_damaged");
  return readSheet(textOf(path), { shared, dateStyles, is1904 });
}
