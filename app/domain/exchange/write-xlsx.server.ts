import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { toDate } from "~/platform/clock.server";
import { escapeText } from "./escaped-text";
import { guardText } from "./guarded-text";

/**
 * `widths` are those of the columns in characters; the first row is the headings. In `numberColumns` what is a decimal
 * number with a point, of at most 15 digits, is a number to a spreadsheet too.
 */
export type Sheet = {
  name: string;
  rows: readonly (readonly string[])[];
  widths: readonly number[];
  numberColumns?: readonly number[];
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Of every part, so that the same sheets are the same bytes. */
const PART_TIME = 946_684_800_000;

/**
 * Sheets as an XLSX file. Every cell is a text in columns formatted as text, so that Excel leaves what is typed there; but
 * for columns of numbers.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (path: string, xml: string) =>
    zip.addBuffer(Buffer.from(XML + xml), path, { mtime: toDate(PART_TIME) });
  add("[Content_Types].xml", contentTypes(sheets));
  add("_rels/.rels", relations([{ type: "officeDocument", target: "xl/workbook.xml" }]));
  add("xl/workbook.xml", workbook(sheets));
  add(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...sheets.map((_, i) => ({ type: "worksheet", target: `worksheets/sheet${i + 1}.xml` })),
      { type: "styles", target: "styles.xml" },
    ]),
  );
  add("xl/styles.xml", STYLES);
  for (const [i, sheet] of sheets.entries()) {
    add(`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet));
  }
  zip.end();
  return buffer(zip.outputStream);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = [
    { path: "/xl/workbook.xml", type: `${TYPE}.sheet.main+xml` },
    { path: "/xl/styles.xml", type: `${TYPE}.styles+xml` },
    ...sheets.map((_, i) => ({
      path: `/xl/worksheets/sheet${i + 1}.xml`,
      type: `${TYPE}.worksheet+xml`,
    })),
  ];
  const overrides = parts.map(
    ({ path, type }) => `<Override PartName="${path}" ContentType="${type}"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `${overrides.join("")}</Types>`
  );
}

function relations(targets: readonly { type: string; target: string }[]): string {
  const all = targets.map(
    ({ type, target }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const all = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.join("")}</sheets></workbook>`;
}

const TEXT = 1;
const HEADING = 2;
/** Of cells, by number: as everything, a text, a heading. 49 is Excel's format for texts. */
const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>` +
  `</styleSheet>`;

const NUMBER = 0;
/** As many digits as a spreadsheet keeps. */
const EXACT_NUMBER = /^-?(?=(?:\.?\d){1,15}$)\d+(?:\.\d+)?$/;

function worksheet({ rows, widths, numberColumns = [] }: Sheet): string {
  const columns = widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${numberColumns.includes(i) ? NUMBER : TEXT}" customWidth="1"/>`,
  );
  const lines = rows.map((row, i) => {
    const style = i === 0 ? HEADING : TEXT;
    const cells = row.map((text, place) => {
      const at = `${columnOf(place)}${i + 1}`;
      const isNumber = i > 0 && numberColumns.includes(place) && EXACT_NUMBER.test(text);
      return isNumber ? `<c r="${at}" s="${NUMBER}"><v>${text}</v></c>` : cell(text, { at, style });
    });
    return `<row r="${i + 1}">${cells.join("")}</row>`;
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`
  );
}

/** `A`, `B` ... `Z`, `AA`: readers may want an address though the format does not. */
function columnOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnOf(Math.floor(place / 26) - 1) + letter;
}

function cell(text: string, { at, style }: { at: string; style: number }): string {
  if (text === "") return `<c r="${at}" s="${TEXT}"/>`;
  const shown = escapeXml(escapeText(guardText(text)));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
