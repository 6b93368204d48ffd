import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { buffer } from "node:stream/consumers";
import type { TableProduct } from "~/domain/catalog/queries-table.server";
import { guardText, unguardText } from "./guarded-text";
import { planTable } from "./plan-table";
import { readTable } from "./read-table.server";
import type { TableRow } from "./table-columns";
import { TABLE_WIDTHS, tableOf } from "./table-file";
import { honey as product } from "./test-table-product";
import { testWords } from "./test-table-words";
import { writeCsv } from "./write-csv.server";
import { writeXlsx } from "./write-xlsx.server";

const languages = [testWords];
const encoder = new TextEncoder();
const TODAY = "2026-11-27";

const csvOf = (products: readonly TableProduct[]) =>
  encoder.encode(writeCsv(tableOf(products, testWords)));
const xlsxOf = (products: readonly TableProduct[]) =>
  writeXlsx([{ name: "Bảng", rows: tableOf(products, testWords), widths: TABLE_WIDTHS }]);

async function read(bytes: Uint8Array): Promise<TableRow[]> {
  const found = await readTable(bytes, languages);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

async function plansOf(rows: readonly TableRow[], products: readonly TableProduct[]) {
  const state = { products, formerSlugs: [], today: TODAY };
  const how = { zeroesAbsent: true, pause: async () => undefined };
  return (await planTable(rows, state, how)).map(({ plan }) => plan);
}

/** What people, and people who wish us ill, put into texts. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from("đĐơưẩ'\"`,;\t\n=+-@<>&|_"),
        "=1+1",
        "'=",
        "''",
        "+84",
        "-5",
        "@sum",
        "_x0041_",
        "_x005F_",
        "&amp;",
        "]]>",
        "<!--",
        "</t>",
        "185.000 đ",
        "1,5",
        "1/2",
        "2026-11-22",
        "NaN",
        "1e9",
        "TRUE",
        "🐝",
        "  ",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const products = fc.array(
  fc.record({ name: nasty, description: nasty, packLabel: nasty, nameEn: nasty }),
  { minLength: 1, maxLength: 6 },
);

describe("a table that comes back", () => {
  it.each([
    ["CSV", async (all: readonly TableProduct[]) => csvOf(all)],
    ["XLSX", xlsxOf],
  ])("changes nothing, whatever stands in it (%s)", async (_, write) => {
    await fc.assert(
      fc.asyncProperty(products, async (texts) => {
        const all = texts.map((words, i) => ({
          ...product,
          id: `prd_${i}`,
          slug: `hang-${i}`,
          words: { ...product.words, ...words },
        }));
        const rows = await read(await write(all));
        expect(rows.length).toBe(all.length);
        const kinds = (await plansOf(rows, all)).map(({ kind }) => kind);
        expect(kinds).toEqual(all.map(() => "unchanged"));
      }),
      { numRuns: 100 },
    );
  });

  it("keeps every character of a text in XLSX", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), async (text) => {
        const bytes = await writeXlsx([
          {
            name: "a",
            rows: [
              ["slug", "name"],
              ["x", text],
            ],
            widths: [10, 10],
          },
        ]);
        expect((await read(bytes))[0]?.cells.name?.text).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it("never begins a cell with what a spreadsheet runs", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(guardText(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unguardText(guardText(text))).toBe(text);
      }),
    );
  });
});

describe("a file from elsewhere", () => {
  const cellOf = async (bytes: Uint8Array) => (await read(bytes))[0]?.cells;

  it("may be separated by semicolons or tabs, in UTF-8 or UTF-16", async () => {
    const text =
      'Bảng hàng tháng 11;;\nCột slug;Cột name;Cột priceVnd\nmat-ong;"Mật; ong";185.000 đ\n';
    const expected = {
      slug: { text: "mat-ong" },
      name: { text: "Mật; ong" },
      priceVnd: { text: "185.000 đ" },
    };
    expect(await cellOf(encoder.encode(text))).toEqual(expected);
    expect(await cellOf(encoder.encode(`\ufeff${text.replaceAll("\n", "\r\n")}`))).toEqual(
      expected,
    );
    const utf16 = Buffer.from(`\ufeff${text.replaceAll(/;(?! )/g, "\t")}`, "utf16le");
    expect(await cellOf(new Uint8Array(utf16))).toEqual(expected);
  });

  it("is refused with a word when it cannot be read", async () => {
    const codeOf = async (bytes: Uint8Array | null) => {
      const found = await readTable(bytes, languages);
      return found.ok ? "read" : found.code;
    };
    expect(await codeOf(null)).toBe("table_file_missing");
    expect(await codeOf(new Uint8Array(5 * 1024 * 1024 + 1))).toBe("table_file_too_large");
    // windows-1258: "Mật"
    expect(await codeOf(Uint8Array.from([0x4d, 0xe2, 0xf2, 0x74]))).toBe("table_encoding");
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe("table_old_excel");
    expect(await codeOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]))).toBe("table_damaged");
    expect(await codeOf(encoder.encode("giá,tên\n1,2\n"))).toBe("table_no_headings");
    expect(await codeOf(encoder.encode("slug\nmat-ong\n"))).toBe("table_no_headings");
    expect(await codeOf(encoder.encode("slug,name\n,\n(Ví dụ),Mật ong\n"))).toBe("table_empty");
    expect(await codeOf(encoder.encode(`slug,name\nx,${"a".repeat(10_001)}\n`))).toBe(
      "table_cell_too_long",
    );
    expect(await codeOf(encoder.encode(`slug,name\nx,"${"a\n".repeat(30_000)}`))).toBe(
      "table_quotes",
    );
    const rows = (count: number) => encoder.encode(`slug,name\n${"x,y\n".repeat(count)}`);
    expect(await codeOf(rows(5_000))).toBe("read");
    expect(await codeOf(rows(5_001))).toBe("table_too_many_rows");
    expect(await codeOf(rows(50_000))).toBe("table_too_many_rows");
  });

  it("is read in bounds, whatever its archive says of itself", async () => {
    const zipOf = async (parts: Record<string, string>) => {
      const zip = new ZipFile();
      for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
      zip.end();
      return new Uint8Array(await buffer(zip.outputStream));
    };
    const book = {
      "xl/workbook.xml":
        '<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet r:id="rId1"/></x:sheets></x:workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    };
    const sheet = (rows: string) =>
      `<x:worksheet xmlns:x="a"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const row = (r: number, cells: string) => `<x:row r="${r}">${cells}</x:row>`;
    const text = (at: string, t: string) =>
      `<x:c r="${at}" t="inlineStr"><x:is><x:t>${t}</x:t></x:is></x:c>`;
    const head = row(1, text("A1", "slug") + text("B1", "name") + text("C1", "priceVnd"));
    const codeOf = async (parts: Record<string, string>) => {
      const found = await readTable(await zipOf({ ...book, ...parts }), languages);
      return found.ok ? found.value : found.code;
    };
    const path = "xl/worksheets/sheet1.xml";
    // A prefix, an error, a far cell, a number, no row numbers.
    const far = await codeOf({
      [path]: sheet(
        `${head}${row(7, `${text("XFD7", "far")}<x:c r="A7" t="e"><x:v>#REF!</x:v></x:c><x:c r="C7"><x:v>1.234</x:v></x:c>`)}`,
      ),
    });
    expect(far).toMatchObject([
      {
        lineNumber: 7,
        cells: {
          slug: { text: "#REF!", kind: "fault" },
          name: { text: "" },
          priceVnd: { text: "1.234", kind: "fraction" },
        },
      },
    ]);
    // What Excel made a day of, by its styles: right where a day belongs, told elsewhere.
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd/mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const days = await codeOf({
      "xl/styles.xml": styles,
      [path]: sheet(
        head +
          row(
            2,
            '<x:c r="A2" s="1"><x:v>46348</x:v></x:c><x:c r="B2" s="2"><x:v>46348.5</x:v></x:c><x:c r="C2" s="0"><x:v>46348</x:v></x:c>',
          ),
      ),
    });
    expect(days).toMatchObject([
      {
        cells: {
          slug: { text: "22/11/2026", kind: "date" },
          name: { text: "22/11/2026", kind: "date" },
          priceVnd: { text: "46348", kind: "number" },
        },
      },
    ]);
    expect(await codeOf({})).toBe("table_damaged");
    expect(await codeOf({ [path]: "<a><b></a>" })).toBe("table_damaged");
    expect(await codeOf({ [path]: " ".repeat(25 * 1024 * 1024) })).toBe("table_damaged");
    const many = Array.from({ length: 5_200 }, (_, i) => row(i + 2, text(`A${i + 2}`, "x")));
    expect(await codeOf({ [path]: sheet(head + many.join("")) })).toBe("table_too_many_rows");
    // Other sheets stay packed, however long; a text that cells share is counted once a cell.
    const second = { "xl/worksheets/sheet2.xml": " ".repeat(25 * 1024 * 1024) };
    const short = sheet(head + row(2, text("B2", "Mật ong")));
    expect(await codeOf({ ...second, [path]: short })).toMatchObject([{ lineNumber: 2 }]);
    const long = `<sst><si><t>${"ă".repeat(9_000)}</t></si></sst>`;
    const shares = Array.from({ length: 2_700 }, (_, i) =>
      row(i + 2, `<x:c r="B${i + 2}" t="s"><x:v>0</x:v></x:c>`),
    );
    const repeated = { "xl/sharedStrings.xml": long, [path]: sheet(head + shares.join("")) };
    expect(await codeOf(repeated)).toBe("table_too_much_text");
    // An archive that says less of a part than there is in it.
    const lying = await zipOf({ ...book, [path]: sheet(head + " ".repeat(1_000_000)) });
    const view = Buffer.from(lying);
    const at = view.lastIndexOf(Buffer.from(path)) - 46 + 24;
    view.writeUInt32LE(100, at);
    const lied = await readTable(new Uint8Array(view), languages);
    expect(lied).toMatchObject({ ok: false, code: "table_damaged" });
  });
});
