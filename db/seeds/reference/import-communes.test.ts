import { copyFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, databaseFile, useDatabaseFile } from "../../../app/platform/db.server";
import { openTestDatabase } from "../../../app/platform/test-database.server";
import type { Connection } from "../../connect";
import { SeedError } from "../seed-state";
import { importCommunes } from "./import-communes";
import { parseCsv } from "./parse-csv";
import { COMMUNE_LIST_COLUMNS, readCommuneList } from "./read-commune-list";
import { seedReference } from "./seed-reference";

const NOW = Date.UTC(2026, 10, 22);
const header = COMMUNE_LIST_COLUMNS.join();
const bytes = (text: string) => new TextEncoder().encode(text);
const list = (...lines: string[]) => bytes([header, ...lines].join("\n"));
const LUNG_CU = "08,Tỉnh Tuyên Quang,00715,Xã Lũng Cú,Xã";

function errorsOf(content: Uint8Array): string[] {
  const result = readCommuneList(content);
  return result.ok ? [] : result.errors;
}

describe("reading a list", () => {
  it("takes a mark at its start, Windows line ends, quotes, NFD and blank lines", () => {
    const text = `\uFEFF${header}\r\n\r\n"08","Tỉnh Tuyên Quang","00715","Xã Lũng Cú",Xã\r\n`;
    expect(readCommuneList(bytes(text.normalize("NFD")))).toEqual({
      ok: true,
      list: {
        provinces: [{ code: "08", name: "Tỉnh Tuyên Quang" }],
        communes: [{ code: "00715", name: "Xã Lũng Cú", provinceCode: "08" }],
      },
    });
  });

  it.each([
    ["715", /^line 2: commune_code must be five digits \(spreadsheets drop.*"715"$/],
    ["0071a", /^line 2: commune_code/],
    ["", /^line 2: commune_code/],
    ["007155", /^line 2: commune_code/],
  ])("refuses the commune code %j", (code, message) => {
    expect(errorsOf(list(LUNG_CU.replace("00715", code)))[0]).toMatch(message);
  });

  it.each([
    ["8,Tỉnh Tuyên Quang,00715,Xã Lũng Cú,Xã", "province_code must be two digits"],
    ["08,Tuyên Quang,00715,Xã Lũng Cú,Xã", "province_name must begin with"],
    ["08,Tỉnh Tuyên Quang,00715,Lũng Cú,Xã", "commune_name must begin with its kind"],
    ["08,Tỉnh Tuyên Quang,00715,Huyện Lũng Cú,Huyện", "kind must be Xã, Phường or Đặc khu"],
    ["08,Tỉnh Tuyên Quang,00715,Xã <b>,Xã", "commune_name must begin with its kind"],
    ["08,Tỉnh Tuyên Quang,00715,Xã Lũng Cú", "5 fields are needed, 4 are there"],
    [`${LUNG_CU},thêm`, "5 fields are needed, 6 are there"],
  ])("refuses %s", (line, message) => {
    expect(errorsOf(list(line))[0]).toContain(`line 2: ${message}`);
  });

  it("names the line of both when a code is there twice, or a province has two names", () => {
    expect(errorsOf(list(LUNG_CU, "", LUNG_CU))).toEqual([
      "line 4: commune_code 00715 is already on line 2",
    ]);
    const other = "08,Tỉnh Hà Giang,00721,Xã Đồng Văn,Xã";
    expect(errorsOf(list(LUNG_CU, other))[0]).toContain('"Tỉnh Tuyên Quang" on line 2');
  });

  it("counts lines through line ends inside quotes", () => {
    const content = list('08,"Tỉnh\nTuyên Quang",00715,Xã Lũng Cú,Xã', "x");
    expect(errorsOf(content).map((error) => error.slice(0, 7))).toEqual(["line 2:", "line 4:"]);
  });

  it("says at most 20 errors and how many more there are", () => {
    const errors = errorsOf(list(...Array.from({ length: 25 }, () => "x")));
    expect(errors).toHaveLength(21);
    expect(errors.at(-1)).toBe("and 5 more");
  });

  it.each([
    ["nothing", bytes(""), "the file is empty"],
    ["only a header", list(), "the file has no communes"],
    ["other columns", bytes("code,name\n1,2"), "line 1: the columns must be province_code,"],
    ["other encodings", new Uint8Array([0xff, 0xfe, 0x41]), "not UTF-8"],
    ["an open quote", list('08,"Tỉnh'), "line 2: a quoted field is not closed"],
    ["too many bytes", new Uint8Array(5_000_001), "larger than 5000000 bytes"],
    ["too many lines", list(...Array.from({ length: 20_001 }, () => "x")), "more than 20000 lines"],
  ])("refuses %s", (_, content, message) => {
    expect(errorsOf(content)[0]).toContain(message);
  });

  it("parses doubled quotes", () => {
    expect(parseCsv('a,"b ""c"", d"\n')).toEqual({
      records: [{ line: 1, fields: ["a", 'b "c", d'] }],
    });
  });
});

describe("importing a list", () => {
  let close: () => void;
  let places: string;
  let number = 0;
  let connection: Connection;

  // The places are read once; each test begins with a copy of the file.
  beforeAll(async () => {
    close = openTestDatabase();
    places = databaseFile();
    await seedReference(useDatabaseFile(places), () => undefined);
    closeDatabase();
  });
  afterAll(() => close());
  beforeEach(() => {
    number += 1;
    copyFileSync(places, `${places}.${number}`);
    connection = useDatabaseFile(`${places}.${number}`);
  });

  const currentLines = () =>
    connection.reader
      .prepare<[], string>(
        `SELECT p.code || ',' || p.name || ',' || c.code || ',' || c.name || ',' ||
           CASE WHEN c.name LIKE 'Đặc khu%' THEN 'Đặc khu' ELSE substr(c.name, 1, instr(c.name, ' ') - 1) END
         FROM communes c JOIN provinces p ON p.code = c.province_code ORDER BY c.code`,
      )
      .pluck()
      .all();
  const scalar = (sql: string) => connection.reader.prepare(sql).pluck().get();
  const without = (code: string) => currentLines().filter((line) => !line.includes(`,${code},`));

  it("of the same communes changes nothing", () => {
    const plan = importCommunes(connection, list(...currentLines()), NOW);
    expect(plan).toEqual({ added: [], changed: [], removed: [], kept: [] });
    expect(scalar("SELECT count(*) FROM communes")).toBe(3321);
    expect(scalar("SELECT action FROM audit_entries")).toBe("commune_list.import");
  });

  it("adds, renames, moves and removes, and old names stay findable", () => {
    const lines = without("00721")
      .map((line) => line.replace("Xã Lũng Cú,Xã", "Phường Lũng Phìn Mới,Phường"))
      .concat("08,Tỉnh Tuyên Quang,99001,Xã Hoàn Toàn Mới,Xã");
    const plan = importCommunes(connection, list(...lines), NOW);
    expect(plan.added.map((one) => one.code)).toEqual(["99001"]);
    expect(plan.changed).toMatchObject([{ code: "00715", oldName: "Xã Lũng Cú" }]);
    expect(plan.removed.map((one) => one.name)).toEqual(["Xã Đồng Văn"]);
    expect(scalar("SELECT name_folded FROM communes WHERE code = '00715'")).toBe(
      "phuong lung phin moi",
    );
    expect(
      scalar(
        "SELECT commune_code FROM former_communes WHERE name = 'Xã Lũng Cú' AND code = '00715' AND district_name = ''",
      ),
    ).toBe("00715");
    expect(
      scalar("SELECT count(*) FROM former_communes WHERE commune_code IS NULL"),
    ).toBeGreaterThan(1);
    expect(scalar("SELECT count(*) FROM communes")).toBe(3321);
  });

  it("keeps a commune that is gone while a household is there", () => {
    connection.writer.exec(
      `INSERT INTO households (id, slug, name, kind, contact_name, phone, commune_code, address_line, status, created_at)
       VALUES ('hh_1', 'a', 'A', 'household', 'A', '0900000000', '00721', 'Thôn 1', 'approved', 1)`,
    );
    const plan = importCommunes(connection, list(...without("00721")), NOW);
    expect(plan.kept.map((one) => one.code)).toEqual(["00721"]);
    expect(plan.removed).toEqual([]);
  });

  it("writes nothing when a line is wrong, and says which", () => {
    const lines = [...without("00721"), "08,Tỉnh Tuyên Quang,1,Xã A,Xã"];
    expect(() => importCommunes(connection, list(...lines), NOW)).toThrow(SeedError);
    expect(() => importCommunes(connection, list(...lines), NOW)).toThrow(/Nothing.*\nline 3322: /);
    expect(scalar("SELECT count(*) FROM communes")).toBe(3321);
    expect(scalar("SELECT count(*) FROM audit_entries")).toBe(0);
  });

  it("does not take a list that was cut off", () => {
    const half = list(...currentLines().slice(0, 1660));
    expect(() => importCommunes(connection, half, NOW)).toThrow("looks cut off");
    expect(scalar("SELECT count(*) FROM communes")).toBe(3321);
  });
});

describe("a file without places", () => {
  it("is seeded first", () => {
    const close = openTestDatabase();
    const connection = useDatabaseFile(databaseFile());
    expect(() => importCommunes(connection, list(LUNG_CU), NOW)).toThrow("no places yet");
    close();
  });
});
