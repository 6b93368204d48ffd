import { readCsv, type CsvCode } from "~/domain/exchange/read-csv.server";
import { readXlsx, type XlsxCode } from "~/domain/exchange/read-xlsx.server";
import { MAX_TABLE_BYTES } from "~/domain/exchange/table-columns";
import { fail, succeed, type Result } from "~/platform/result";
import { officeTableOf, type OfficeTable } from "./office-table";
import { MAX_RETAIL_ROWS, type RetailRow, type RetailWords } from "./retail-table";
import { retailRowsOf } from "./retail-words";

export type RetailFileCode =
  | "table_file_missing"
  | "table_file_too_large"
  | "table_old_excel"
  | "retail_table_no_headings"
  | "retail_table_empty"
  | "retail_table_cell_long"
  | CsvCode
  | XlsxCode;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
/** No source is longer; what is longer is an open quotation mark that swallowed its neighbours. */
const MAX_CELL_LENGTH = 1_000;

/** `content` is the file as it came; `office`: it is the office's own table, of which no rows are known yet. */
type RetailTable = {
  rows: RetailRow[];
  office: OfficeTable | null;
  type: "xlsx" | "csv";
  content: Uint8Array;
};

/** The rows of a table of retail totals in the shape of the template or of the office, CSV or XLSX, whichever its bytes are. */
export async function readRetailTable(
  bytes: Uint8Array | null,
  languages: readonly RetailWords[],
): Promise<Result<RetailTable, RetailFileCode>> {
  if (bytes === null) return fail("table_file_missing");
  if (bytes.length > MAX_TABLE_BYTES) return fail("table_file_too_large");
  const begins = (start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);
  if (begins(OLD_EXCEL)) return fail("table_old_excel");
  const type = begins(ZIP) ? "xlsx" : "csv";
  const raw = type === "xlsx" ? await readXlsx(bytes) : await readCsv(bytes);
  if (!raw.ok) return raw;
  const rows = retailRowsOf(raw.value, languages);
  if (rows === null) {
    const office = officeTableOf(raw.value);
    if (office === null) return fail("retail_table_no_headings");
    return succeed({ rows: [], office, type, content: bytes });
  }
  if (rows.length === 0) return fail("retail_table_empty");
  if (rows.length > MAX_RETAIL_ROWS) return fail("table_too_many_rows", { limit: MAX_RETAIL_ROWS });
  const long = rows.find(({ cells }) =>
    Object.values(cells).some(({ text }) => text.length > MAX_CELL_LENGTH),
  );
  if (long) return fail("retail_table_cell_long", { line: long.lineNumber });
  return succeed({ rows, office: null, type, content: bytes });
}
