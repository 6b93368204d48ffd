import { describe, expect, it } from "vitest";
import { inspectStatement } from "./inspect-statement.server";
import { readRecords } from "./read-records.server";
import { readRows } from "./read-rows";
import { decodeStatement } from "./decode-statement";
import { startOfDate, formatInstant } from "~/platform/period";

/**
 * Samples made by us after the headings that banks' statements are published with; no real account, name or line.
 * Banks change their exports: what these prove is that such headings are understood, not that a bank sends them today.
 */
const OURS = "8888000012345";
const NOW = startOfDate("2026-11-26") + 12 * 3_600_000;

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  const inspected = await inspectStatement(bytes, [OURS]);
  if (!inspected.ok) throw new Error(inspected.code);
  const { delimiter, header, mapping } = inspected.value;
  const decoded = decodeStatement(bytes);
  const records = await readRecords(decoded.ok ? decoded.value : "", { delimiter });
  const rows = records.ok ? records.value : [];
  const below = rows.slice(rows.findIndex((row) => row.lineNumber === header.lineNumber) + 1);
  const headings = header.cells;
  return {
    headings,
    mapping,
    rows: readRows(below, { mapping, headings, account: OURS, now: NOW }),
  };
}

async function linesOf(text: string | Uint8Array) {
  return (await read(text)).rows.flatMap((row) => {
    if (row.kind === "skipped") return [];
    if (row.kind === "error") return [`${row.lineNumber} ${row.code}`];
    const { occurredAt, direction, amountVnd, balanceVnd, content, bankReference } = row.line;
    const facts = [direction, amountVnd, balanceVnd, content, bankReference];
    return [`${row.lineNumber} ${formatInstant(occurredAt)} ${facts.join(" | ")}`];
  });
}

describe("headings of the big banks", () => {
  it("Vietcombank: the number below the day in one cell, titles above, totals below", async () => {
    const text = `NGÂN HÀNG MẪU - SAO KÊ TÀI KHOẢN,,,,,
Số tài khoản/Account number: ${OURS},,,,,
Từ/ From: 20/11/2026 Đến/ To: 26/11/2026,,,,,
,,,,,
STT No.,"Ngày GD/ TNX Date
Số CT/ Doc No","Số tiền ghi nợ/
Debit","Số tiền ghi có/
Credit","Số dư/
Balance","Nội dung chi tiết/
Transactions in detail"
,Số dư đầu kỳ/ Opening balance,,,"1,000,000",
1,"20/11/2026
5243.65937",,"185,000","1,185,000","MBVCB.1.UQ2222222.CT tu
0123 NGUOI MUA MAU"
2,"21/11/2026
5243.65938","3,300",0,"1,181,700",PHI DICH VU
,Tổng số/ Total,"3,300","185,000",,
Ngày in: 26/11/2026,,,,,`;
    expect(await linesOf(text)).toEqual([
      "12 12:00 20/11/2026 in | 185000 | 1185000 | MBVCB.1.UQ2222222.CT tu 0123 NGUOI MUA MAU | 5243.65937",
      "15 12:00 21/11/2026 out | 3300 | 1181700 | PHI DICH VU | 5243.65938",
    ]);
  });

  it("BIDV: semicolons and points for thousands", async () => {
    const text = `STT;Ngày giao dịch;Ngày hiệu lực;Số tham chiếu;Mô tả;Phát sinh nợ;Phát sinh có;Số dư
1;26/11/2026 08:15:30;26/11/2026;BIDV0001;"CK ""mua"" mat ong";;185.000;1.185.000
2;26/11/2026 09:00:00;26/11/2026;BIDV0002;=1+1;50.000;;1.135.000`;
    expect(await linesOf(text)).toEqual([
      '2 08:15 26/11/2026 in | 185000 | 1185000 | CK "mua" mat ong | BIDV0001',
      "3 09:00 26/11/2026 out | 50000 | 1135000 | =1+1 | BIDV0002",
    ]);
  });

  it("MB: both languages in a heading, a column of the other side's account, tabs, UTF-16", async () => {
    const text = [
      "STT No\tNgày giao dịch Transaction Date\tSố bút toán Transaction No\tPhát sinh nợ Debit\tPhát sinh có Credit\tNội dung Details\tĐơn vị thụ hưởng/Đơn vị chuyển Beneficiary\tTài khoản Account\tNgân hàng đối tác Bank",
      "1\t25/11/2026 10:00:01\tFT26330000001\t\t222,000\tUQ2222222 chuyen tien\tNGUOI MUA MAU\t0999999999\tMAU",
    ].join("\r\n");
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
    ]);
    expect(await linesOf(utf16)).toEqual([
      "2 10:00 25/11/2026 in | 222000 |  | UQ2222222 chuyen tien | FT26330000001",
    ]);
    expect((await read(utf16)).mapping.account).toBeUndefined();
  });

  it("Agribank: one column with its sign, and our account in each row", async () => {
    const text = `\ufeffSố tài khoản,Thời gian giao dịch,Số tiền giao dịch,Số dư sau giao dịch,Nội dung giao dịch,Mã giao dịch
${OURS},2026-11-25 10:00:01,"+1 234 567","2.000.000,00 VND",UQ2222222,AGR1
${OURS},2026-11-25 10:00:02,"-50.000","1.950.000,00 VND",rut,AGR2`;
    expect(await linesOf(text)).toEqual([
      "2 10:00 25/11/2026 in | 1234567 | 2000000 | UQ2222222 | AGR1",
      "3 10:00 25/11/2026 out | 50000 | 1950000 | rut | AGR2",
    ]);
  });

  it("VietinBank and Techcombank: Nợ and Có alone; the day it took effect is not the day taken", async () => {
    const text = `Ngày hiệu lực;Ngày giao dịch;Diễn giải/Description;Nợ;Có;Số dư;Số chứng từ
27/11/2026;25/11/2026;a;;1.000;1.000;C1
27/11/2026;25/11/2026;b;1.000;;0;C2`;
    expect(await linesOf(text)).toEqual([
      "2 12:00 25/11/2026 in | 1000 | 1000 | a | C1",
      "3 12:00 25/11/2026 out | 1000 | 0 | b | C2",
    ]);
  });
});

describe("rows in error, by their line", () => {
  const HEADER = "Ngày giao dịch;Nội dung;Ghi nợ;Ghi có;Số dư;Số tài khoản";
  it.each([
    ["31/02/2026;a;;1.000;;", "date_impossible"],
    ["11/26/2026;a;;1.000;;", "date_month_first"],
    ["7/8/2026;a;;1.000;;", "date_ambiguous"],
    ["x1;a;;1.000;;", "date_unreadable"],
    [";a;;1.000;;", "date_missing"],
    ["28/11/2026;a;;1.000;;", "row_in_future"],
    ["25/11/2026;a;;;;", "amount_missing"],
    ["25/11/2026;a;1.000;1.000;;", "amount_both"],
    ["25/11/2026;a;;-1.000;;", "amount_negative"],
    ["25/11/2026;a;;1,5;;", "amount_fraction"],
    ["25/11/2026;a;;1e5;;", "amount_unreadable"],
    ["25/11/2026;a;10000000000000;;;", "amount_too_large"],
    ["25/11/2026;a;;1.000;1,5;", "balance_unreadable"],
    [`25/11/2026;${"a".repeat(2_001)};;1.000;;`, "content_too_long"],
    ["25/11/2026;a;;1.000;;12345678", "row_other_account"],
  ])("%s is %s", async (row, code) => {
    expect(await linesOf(`${HEADER}\n25/11/2026;dung;;5.000;;${OURS}\n${row}`)).toEqual([
      "2 12:00 25/11/2026 in | 5000 |  | dung | ",
      `3 ${code}`,
    ]);
  });

  it("counts lines of the file, also where a memo or a title has several", async () => {
    const text = `TIEU DE\n\n${HEADER}\n25/11/2026;"hai\ndong";;1.000;;\n\n25/11/2026;x;;1,5;;\nCộng;;;1.000;;\n${HEADER}\n`;
    expect(await linesOf(text)).toEqual([
      "4 12:00 25/11/2026 in | 1000 |  | hai dong | ",
      "7 amount_fraction",
    ]);
  });
});

describe("a file that cannot be taken", () => {
  it.each([
    ["an Excel file", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]), "statement_spreadsheet"],
    ["an old Excel file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "statement_spreadsheet"],
    ["another encoding", new Uint8Array([0x4e, 0x67, 0xe0, 0x79, 0x0a]), "statement_encoding"],
    ["UTF-16 without its mark", new Uint8Array([0x4e, 0, 0x67, 0]), "statement_encoding"],
    ["nothing", new Uint8Array(), "statement_empty_file"],
    ["blanks", bytesOf("\n \n"), "statement_empty_file"],
    ["no header", bytesOf("a;b;c\n1;2;3\n"), "statement_no_header"],
    ["a balance list", bytesOf("Ngày;Số dư\n25/11/2026;1.000"), "statement_no_header"],
    ["too much", new Uint8Array(5 * 1024 * 1024 + 1), "statement_file_too_large"],
    [
      "an open quotation mark",
      bytesOf('Ngày;Nội dung;Ghi có\n25/11/2026;"a;1.000\n'),
      "statement_quotes",
    ],
    [
      "too many rows",
      bytesOf(`Ngày;Nội dung;Ghi có\n${"25/11/2026;a;1.000\n".repeat(20_001)}`),
      "statement_too_many_rows",
    ],
  ])("%s", async (_, bytes, code) => {
    expect(await inspectStatement(bytes, [OURS])).toMatchObject({ ok: false, code });
  });
});
