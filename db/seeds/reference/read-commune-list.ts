import { fold } from "../../../app/platform/fold";
import { parseCsv, type CsvRecord } from "./parse-csv";
import type { CommuneName, PlaceName } from "./read-package";

export const COMMUNE_LIST_COLUMNS = [
  "province_code",
  "province_name",
  "commune_code",
  "commune_name",
  "kind",
] as const;
const COMMUNE_KINDS = ["xa", "phuong", "dac khu"];
const PROVINCE_KIND = /^(Tỉnh|Thành phố) \S/;
const MAX_BYTES = 5_000_000;
const MAX_ROWS = 20_000;
const MAX_NAME_LENGTH = 80;
const MAX_ERRORS = 20;

export type CommuneList = { provinces: PlaceName[]; communes: CommuneName[] };
export type CommuneListResult = { ok: true; list: CommuneList } | { ok: false; errors: string[] };

/**
 * Reads an official list of communes (CSV in UTF-8, columns as `COMMUNE_LIST_COLUMNS`, codes as text with their
 * leading zeros). Answers the list, or up to 20 errors, each with the number of its line: never a part of it.
 */
export function readCommuneList(content: Uint8Array): CommuneListResult {
  if (content.byteLength > MAX_BYTES) return refuse(`the file is larger than ${MAX_BYTES} bytes`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(content).normalize("NFC");
  } catch {
    return refuse("the file is not UTF-8: save it as CSV UTF-8");
  }
  const parsed = parseCsv(text);
  if ("error" in parsed) return refuse(parsed.error);
  const [header, ...records] = parsed.records;
  if (header === undefined) return refuse("the file is empty");
  const columns = header.fields.map((field) => field.trim());
  if (columns.join() !== COMMUNE_LIST_COLUMNS.join()) {
    return refuse(
      `line ${header.line}: the columns must be ${COMMUNE_LIST_COLUMNS.join(",")} and are ${columns.join(",").slice(0, 200)}`,
    );
  }
  if (records.length === 0) return refuse("the file has no communes");
  if (records.length > MAX_ROWS) return refuse(`more than ${MAX_ROWS} lines`);
  return readRecords(records);
}

function readRecords(records: readonly CsvRecord[]): CommuneListResult {
  const errors: string[] = [];
  const provinces = new Map<string, { name: string; line: number }>();
  const communes = new Map<string, CommuneName & { line: number }>();
  for (const record of records) {
    const problem = checkRecord(record) ?? addRecord(record, provinces, communes);
    if (problem !== null) errors.push(`line ${record.line}: ${problem}`);
  }
  if (errors.length > 0) {
    const more = errors.length - MAX_ERRORS;
    return {
      ok: false,
      errors: more > 0 ? [...errors.slice(0, MAX_ERRORS), `and ${more} more`] : errors,
    };
  }
  return {
    ok: true,
    list: {
      provinces: [...provinces].map(([code, { name }]) => ({ code, name })),
      communes: [...communes.values()].map(({ code, name, provinceCode }) => ({
        code,
        name,
        provinceCode,
      })),
    },
  };
}

function fieldsOf(record: CsvRecord) {
  const [provinceCode = "", provinceName = "", code = "", name = "", kind = ""] = record.fields.map(
    (field) => field.trim(),
  );
  return { provinceCode, provinceName, code, name, kind };
}

function checkRecord(record: CsvRecord): string | null {
  if (record.fields.length !== COMMUNE_LIST_COLUMNS.length) {
    return `${COMMUNE_LIST_COLUMNS.length} fields are needed, ${record.fields.length} are there`;
  }
  const { provinceCode, provinceName, code, name, kind } = fieldsOf(record);
  if (!/^\d{2}$/.test(provinceCode)) return badCode("province_code", provinceCode, "two");
  if (!/^\d{5}$/.test(code)) return badCode("commune_code", code, "five");
  if (!PROVINCE_KIND.test(provinceName) || !isName(provinceName)) {
    return `province_name must begin with "Tỉnh " or "Thành phố ": "${provinceName.slice(0, 80)}"`;
  }
  if (!COMMUNE_KINDS.includes(fold(kind))) {
    return `kind must be Xã, Phường or Đặc khu: "${kind.slice(0, 40)}"`;
  }
  if (!isName(name) || !name.toLowerCase().startsWith(`${kind.toLowerCase()} `)) {
    return `commune_name must begin with its kind, "${kind} ": "${name.slice(0, 80)}"`;
  }
  return null;
}

function badCode(column: string, value: string, digits: string): string {
  return `${column} must be ${digits} digits (spreadsheets drop leading zeros: keep the column as text): "${value.slice(0, 40)}"`;
}

function isName(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && /^[\p{L}\p{N} .,'’()-]+$/u.test(name);
}

function addRecord(
  record: CsvRecord,
  provinces: Map<string, { name: string; line: number }>,
  communes: Map<string, CommuneName & { line: number }>,
): string | null {
  const { provinceCode, provinceName, code, name } = fieldsOf(record);
  const province = provinces.get(provinceCode);
  if (province && province.name !== provinceName) {
    return `province ${provinceCode} is "${provinceName}" here and "${province.name}" on line ${province.line}`;
  }
  const known = communes.get(code);
  if (known) return `commune_code ${code} is already on line ${known.line}`;
  if (!province) provinces.set(provinceCode, { name: provinceName, line: record.line });
  communes.set(code, { code, name, provinceCode, line: record.line });
  return null;
}

function refuse(error: string): CommuneListResult {
  return { ok: false, errors: [error] };
}
