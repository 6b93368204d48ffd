import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseFile, useDatabaseFile } from "../../../app/platform/db.server";
import { openTestDatabase } from "../../../app/platform/test-database.server";
import type { Connection } from "../../connect";
import { isSeeded, seedStateOf } from "../seed-state";
import { applyOverlay } from "./apply-overlay";
import { matchFormerCommunes } from "./match-former-communes";
import check from "./official-check-2026-07.json";
import { OVERLAYS, type Overlay } from "./overlay";
import type { PlaceSource } from "./read-package";
import { seedReference, type ReferenceReport } from "./seed-reference";

let close: () => void;
let connection: Connection;
let report: ReferenceReport | null;
const lines: string[] = [];

beforeAll(async () => {
  close = openTestDatabase();
  connection = useDatabaseFile(databaseFile());
  report = await seedReference(connection, (line) => lines.push(line));
});
afterAll(() => close());

const digestOf = (sql: string) =>
  createHash("sha256")
    .update(connection.reader.prepare<[], string>(sql).pluck().all().toSorted().join("\n"))
    .digest("hex");
const nameOf = (code: string) =>
  connection.reader
    .prepare<[string], string>("SELECT name FROM communes WHERE code = ?")
    .pluck()
    .get(code);

describe("the places", () => {
  it("are the official list of July 2026, name by name", () => {
    expect(digestOf("SELECT code || '|' || name FROM communes")).toBe(check.communesSha256);
    expect(digestOf("SELECT code || '|' || name FROM provinces")).toBe(check.provincesSha256);
  });

  it("has as many communes in each province as officially", () => {
    const rows = connection.reader
      .prepare<[], { code: string; count: number }>(
        "SELECT province_code AS code, count(*) AS count FROM communes GROUP BY 1 ORDER BY 1",
      )
      .all();
    const counts = Object.fromEntries(rows.map((row) => [row.code, row.count]));
    expect(counts).toEqual(check.communesPerProvince);
    expect(rows).toHaveLength(34);
    expect(report).toMatchObject({ provinceCount: 34, communeCount: 3321 });
  });

  it.each([
    ["00715", "Xã Lũng Cú"],
    ["00769", "Xã Mèo Vạc"],
    ["28439", "Phường Cai Lậy"],
    ["29308", "Xã Cầu Kè"],
    ["21548", "Đặc khu Lý Sơn"],
    ["06978", "Xã Ba Chẽ"],
    ["23938", "Xã Ia Mơ"],
    ["00175", "Phường Yên Hoà"],
    ["26170", "Phường Trị An"],
  ])("has %s %s", (code, name) => {
    expect(nameOf(code)).toBe(name);
  });

  it.each(["06970", "23737"])("does not have the wrong code %s", (code) => {
    expect(nameOf(code)).toBeUndefined();
  });

  it("says that Đồng Nai is a city", () => {
    const name = connection.reader.prepare("SELECT name FROM provinces WHERE code = '75'").pluck();
    expect(name.get()).toBe("Thành phố Đồng Nai");
  });

  it("is NFC throughout", () => {
    const texts = connection.reader
      .prepare<[], string>(
        `SELECT name FROM communes UNION ALL SELECT name FROM provinces
         UNION ALL SELECT name || district_name || province_name FROM former_communes`,
      )
      .pluck()
      .all();
    expect(texts.filter((text) => text !== text.normalize("NFC"))).toEqual([]);
  });
});

describe("the former communes", () => {
  const whereIs = (name: string, district: string) =>
    connection.reader
      .prepare<[string, string], string | null>(
        "SELECT DISTINCT commune_code FROM former_communes WHERE name = ? AND district_name = ?",
      )
      .pluck()
      .all(name, district);

  it("are all there, each once, and none unmatched", () => {
    expect(report?.matches).toEqual({
      byCode: 10_524,
      byPaddedCode: 67,
      byName: 386,
      unmatched: [],
      repeated: 10_977 - (report?.formerCommuneCount ?? 0),
      nameless: 0,
    });
    const count = connection.reader.prepare("SELECT count(*) FROM former_communes").pluck().get();
    expect(count).toBe(report?.formerCommuneCount);
    expect(lines[0]).toContain("3321 communes");
    expect(lines[1]).toContain("unmatched 0");
  });

  it("lead to a commune of the province that the former province went into", () => {
    const strays = connection.reader
      .prepare(
        `SELECT f.name, f.province_name, c.name FROM former_communes f JOIN communes c ON c.code = f.commune_code
         WHERE f.province_name IN ('Tỉnh Hà Giang', 'Tỉnh Tuyên Quang') <> (c.province_code = '08')
            OR f.province_name IN ('Tỉnh Quảng Ngãi', 'Tỉnh Kon Tum') <> (c.province_code = '51')
            OR f.province_name IN ('Tỉnh Tiền Giang', 'Tỉnh Đồng Tháp') <> (c.province_code = '82')
            OR f.province_name IN ('Tỉnh Trà Vinh', 'Tỉnh Bến Tre', 'Tỉnh Vĩnh Long') <> (c.province_code = '86')`,
      )
      .all();
    expect(strays).toEqual([]);
  });

  it.each([
    ["Xã Hiếu Liêm", "Huyện Vĩnh Cửu", "26170"], // now a phường; the package has a code of nowhere
    ["Huyện Lý Sơn", "Huyện Lý Sơn", "21548"], // the package has no former name
    ["Xã Sủng Máng", "Huyện Mèo Vạc", "00787"],
  ])("%s, %s is in %s", (name, district, code) => {
    expect(whereIs(name, district)).toEqual([code]);
  });
});

describe("the rates and banks", () => {
  it("are samples with a date", () => {
    const tariffs = connection.reader
      .prepare(
        "SELECT effective_on, in_province_first_vnd, elsewhere_first_vnd, step_grams, is_sample FROM shipping_tariffs",
      )
      .raw()
      .all();
    expect(tariffs).toEqual([["2025-01-01", 16_000, 25_000, 500, 1]]);
    const rules = connection.reader
      .prepare("SELECT effective_on, rate_bps FROM commission_rules")
      .raw()
      .all();
    expect(rules).toEqual([["2025-01-01", 300]]);
    const bank = connection.reader.prepare("SELECT short_name FROM banks WHERE bin = '970405'");
    expect(bank.pluck().get()).toBe("Agribank");
  });
});

describe("seeding again", () => {
  it("changes nothing", async () => {
    const before = connection.reader.prepare("SELECT count(*) FROM shipping_tariffs").pluck().get();
    expect(await seedReference(connection, () => undefined)).toBeNull();
    expect(seedStateOf(connection)).toBe("reference");
    expect(isSeeded(connection)).toBe(true);
    const after = connection.reader.prepare("SELECT count(*) FROM shipping_tariffs").pluck().get();
    expect(after).toBe(before);
  });
});

describe("matching", () => {
  const former = {
    code: "1",
    name: "Xã Cũ",
    districtName: "Huyện Cũ",
    provinceName: "Tỉnh Một",
    newCode: "244",
    newName: "Xã Mới",
    newProvinceName: "Một",
  };
  const places = (source: Partial<PlaceSource>): PlaceSource => ({
    provinces: [
      { code: "01", name: "Tỉnh Một" },
      { code: "02", name: "Tỉnh Hai" },
    ],
    communes: [
      { code: "00244", provinceCode: "02", name: "Xã Mới" },
      { code: "00500", provinceCode: "01", name: "Phường Sơn Hà" },
      { code: "00501", provinceCode: "01", name: "Phường Sơn Hạ" },
    ],
    formerCommunes: [former],
    ...source,
  });

  it("does not take a code that belongs to a commune of another province", () => {
    const { rows, report: result } = matchFormerCommunes(places({}));
    expect(rows).toMatchObject([{ name: "Xã Cũ", communeCode: null }]);
    expect(result.unmatched).toEqual([former]);
  });

  it("tells names apart that differ in one tone, and takes neither when the tone is missing", () => {
    const named = (newName: string) =>
      matchFormerCommunes(places({ formerCommunes: [{ ...former, newName }] })).rows[0]
        ?.communeCode;
    expect(named("Xã Sơn Hạ")).toBe("00501");
    expect(named("Phường Sơn Hà")).toBe("00500");
    expect(named("Xã Son Ha")).toBeNull();
  });

  it("counts a row that is there twice once, and keeps the code that only one of them has", () => {
    const formerCommunes = [{ ...former, code: "" }, former];
    const { rows, report: result } = matchFormerCommunes(places({ formerCommunes }));
    expect(rows).toMatchObject([{ code: "1" }]);
    expect(result.repeated).toBe(1);
  });

  it("counts rows without a former name", () => {
    const formerCommunes = [{ ...former, name: null }];
    expect(matchFormerCommunes(places({ formerCommunes })).report.nameless).toBe(1);
  });
});

describe("the overlay", () => {
  const [first] = OVERLAYS;
  const source: PlaceSource = { provinces: [], communes: [], formerCommunes: [] };
  const empty: Overlay = {
    asOf: "2026-07-01",
    source: "",
    communeCodes: {},
    provinceNames: {},
    communeNames: {},
    islandDistricts: [],
  };

  it("is dated and small", () => {
    expect(first?.asOf).toBe("2026-07-01");
    expect(first?.communeCodes).toEqual({ "06970": "06978", "23737": "23938" });
  });

  it("may not correct what is not there", () => {
    expect(() => applyOverlay(source, { ...empty, communeCodes: { "00001": "00002" } })).toThrow(
      "00001",
    );
    expect(() => applyOverlay(source, { ...empty, communeNames: { "00003": "Xã A" } })).toThrow(
      "00003",
    );
    const islandDistricts = [{ communeCode: "00004", districtName: "Huyện", provinceName: "Tỉnh" }];
    expect(() => applyOverlay(source, { ...empty, islandDistricts })).toThrow("00004");
  });
});
