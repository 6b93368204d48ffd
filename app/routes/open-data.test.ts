import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readXlsx } from "~/domain/exchange/read-xlsx.server";
import { DATA_FILES, fileNameOf } from "~/domain/opendata/data-files";
import { listObservations } from "~/domain/opendata/queries.server";
import type { Observation } from "~/domain/opendata/schemas";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { setClock } from "~/platform/clock.server";
import { openTestDatabase } from "~/platform/test-database.server";
import * as catalogue from "./_store.statistics_.catalog[.]jsonld";
import * as door from "./_store.statistics_.data_.$dataFile";
import { args, responseOf } from "./test-doors";
import {
  beginNovember,
  OCTOBER,
  publishOctober,
  reviseOctober,
  SOLD,
} from "./test-published-month";

let close: () => void;
beforeEach(async () => {
  close = openTestDatabase();
  await beginNovember();
});
afterEach(() => {
  setClock();
  close();
});

const askFor = (name: string, headers: Record<string, string> = {}) =>
  responseOf(
    door.loader(args(`/statistics/data/${name}`, { params: { dataFile: name }, headers })),
  );
const textOf = async (name: string) => (await askFor(name)).text();
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
const soldOf = (set: number) =>
  sum(SOLD.flatMap((lines) => lines.flatMap(([of, vnd]) => (of === set ? [vnd] : []))));
const valueOf = (all: readonly Observation[], of: Partial<Observation>) =>
  all
    .filter((one) =>
      Object.entries(of).every(([name, value]) => one[name as keyof Observation] === value),
    )
    .map(({ value, obs_status: status, conf_status: conf }) => [value, status, conf]);

test("every figure and every cell that is public is one observation, counted once more from what was sold", async () => {
  await publishOctober();
  const all = await listObservations("newest");
  // 17 single figures and sellers of goods; 2 communes and 1 method by three, 3 sets and 1 number of stars by two.
  expect(all).toHaveLength(17 + 1 + 3 * 3 + 4 * 2);
  expect(new Set(all.map((one) => `${one.indicator} ${one.dimension} ${one.code}`)).size).toBe(35);
  const total = String(soldOf(1) + soldOf(4) + soldOf(11));
  expect(valueOf(all, { indicator: "sales_goods", dimension: "_T" })).toEqual([[total, "A", "F"]]);
  expect(valueOf(all, { indicator: "orders", dimension: "_T" })).toEqual([["4", "A", "F"]]);
  expect(valueOf(all, { dimension: "set", code: "4" })).toEqual([
    [String(soldOf(4)), "A", "F"],
    ["4", "A", "F"],
  ]);
  expect(valueOf(all, { dimension: "set", code: "11" })).toEqual([
    [null, "Q", "C"],
    [null, "Q", "C"],
  ]);
  // No total of the statistics office yet.
  expect(valueOf(all, { indicator: "share_goods" })).toEqual([[null, "O", "F"]]);
  expect(valueOf(all, { indicator: "cashless_value" })).toEqual([["100.0", "A", "F"]]);
});

test("nothing that is withheld is a value in a file of whatever format", async () => {
  await publishOctober();
  const cells = (await findPeriod(OCTOBER))?.editions[0]?.manifest.disclosed.cells ?? [];
  const open = cells.filter(({ disclosure }) => disclosure === "open");
  const openValues = new Set(open.map(({ salesVnd }) => String(salesVnd)));
  const withheld = cells.filter(({ disclosure }) => disclosure !== "open");
  expect(withheld).toHaveLength(4);
  for (const file of DATA_FILES) {
    const response = await askFor(fileNameOf(file));
    const values = await valuesIn(response, file.format);
    for (const { salesVnd } of withheld) {
      if (openValues.has(String(salesVnd))) continue;
      expect(values, fileNameOf(file)).not.toContain(String(salesVnd));
    }
    if (file.dataset === "breakdown") expect(values).toContain(String(soldOf(4)));
  }
});

/** Every text and number of a file, cell by cell. */
async function valuesIn(response: Response, format: string): Promise<string[]> {
  if (format === "json") {
    const { data } = (await response.json()) as { data: object[] };
    return data.flatMap((row) => Object.values(row).map(String));
  }
  if (format === "xlsx") {
    const read = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    if (!read.ok) throw new Error(read.code);
    return read.value.flatMap(({ cells }) => cells.map(({ text }) => text));
  }
  const rows: string[][] = parse(await response.text(), { bom: true });
  return rows.flat();
}

test("of a month of too few sellers there are rows that say so, and no code", async () => {
  await publishOctober(SOLD.slice(0, 2));
  const all = await listObservations("newest");
  expect(valueOf(all, { indicator: "sales_goods", dimension: "_T" })).toEqual([[null, "Q", "C"]]);
  expect(all.filter(({ dimension }) => dimension !== "_T").map(({ code }) => code)).toEqual(
    Array.from({ length: 10 }, () => "_X"),
  );
  expect(new Set(all.filter(({ obs_status: s }) => s === "Q").map(({ value }) => value))).toEqual(
    new Set([null]),
  );
});

test("SDMX-CSV 2.0 has its columns in their order, one row a key, and the same values", async () => {
  await publishOctober();
  const csv = await textOf("breakdown.sdmx.csv");
  expect(csv.split("\r\n")[0]).toBe(
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,BREAKDOWN,BREAKDOWN_CODE,TIME_PERIOD," +
      "OBS_VALUE,UNIT_MEASURE,UNIT_MULT,DECIMALS,OBS_STATUS,CONF_STATUS,EDITION,PUBLISHED_AT," +
      "METHOD_VERSION,EDITION_HASH",
  );
  const rows = rowsOf(csv);
  const keyOf = (row: Record<string, string>) =>
    [
      row["FREQ"],
      row["REF_AREA"],
      row["INDICATOR"],
      row["BREAKDOWN"],
      row["BREAKDOWN_CODE"],
    ].join();
  expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
  expect(new Set(rows.map((row) => `${row["STRUCTURE"]} ${row["ACTION"]}`))).toEqual(
    new Set(["dataflow I"]),
  );
  const plain = rowsOf(await textOf("breakdown.csv"));
  expect(rows.map((row) => row["OBS_VALUE"])).toEqual(plain.map((row) => row["value"]));
  expect((await askFor("breakdown.sdmx.csv")).headers.get("Content-Type")).toBe(
    "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
  );
});

test("a revision stands in the log with its figures; what a spreadsheet would run does not run", async () => {
  await publishOctober();
  await reviseOctober("=1+1 số của cơ quan thống kê");
  const rows = rowsOf(await textOf("revisions.csv"));
  expect(rows.map((row) => row["indicator"])).toEqual(["share_goods", "retail_goods"]);
  expect(rows.map((row) => row["note"])).toEqual(rows.map(() => "'=1+1 số của cơ quan thống kê"));
  expect(rows[1]).toMatchObject({ before: "", after: "4671400000000", causes: "retail_total" });
  const newest = await listObservations("newest");
  expect(valueOf(newest, { indicator: "retail_goods" })).toEqual([["4671400000000", "E", "F"]]);
  const all = await listObservations("all");
  expect(all).toHaveLength(2 * newest.length);
  expect(new Set(all.map(({ edition }) => edition))).toEqual(new Set([1, 2]));
  // A number to a spreadsheet too, and read back as the same digits.
  const workbook = await valuesIn(await askFor("indicator.xlsx"), "xlsx");
  expect(workbook).toContain("4671400000000");
});

test("a file is the same bytes each time, and is not sent to who has it", async () => {
  await publishOctober();
  for (const file of DATA_FILES) {
    const [first, second] = [await askFor(fileNameOf(file)), await askFor(fileNameOf(file))];
    const tag = first.headers.get("ETag") ?? "";
    expect(second.headers.get("ETag")).toBe(tag);
    expect(Buffer.from(await first.arrayBuffer())).toEqual(Buffer.from(await second.arrayBuffer()));
    const again = await askFor(fileNameOf(file), { "If-None-Match": `W/"x", ${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await askFor(fileNameOf(file), { "If-None-Match": '"x"' })).status).toBe(200);
  }
  const since = (await askFor("indicator.csv")).headers.get("Last-Modified") ?? "";
  const headers = { "If-Modified-Since": since };
  expect((await askFor("indicator.csv", headers)).status).toBe(304);
});

test("before a month is published every file is there and has no rows; another name is no file", async () => {
  for (const file of DATA_FILES) expect((await askFor(fileNameOf(file))).status).toBe(200);
  expect(rowsOf(await textOf("indicator.csv"))).toEqual([]);
  expect((await askFor("indicator.xml")).status).toBe(404);
  expect((await askFor("revisions.xlsx")).status).toBe(404);
});

test("the catalogue is what DCAT asks for, and every file in it answers, as new as it says", async () => {
  await publishOctober();
  await reviseOctober("Nhập thiếu một đơn");
  const document = await catalogueDocument();
  expect(await faultsOf(document)).toEqual([]);
  const files = document["@graph"].filter((node) => node["@type"] === "dcat:Distribution");
  expect(files).toHaveLength(DATA_FILES.length);
  for (const node of files) {
    const { "@id": url } = node["dcat:downloadURL"] as { "@id": string };
    const { "@value": modified } = node["dct:modified"] as { "@value": string };
    const answer = await askFor(url.split("/").at(-1) ?? "");
    expect([url, answer.status]).toEqual([url, 200]);
    const last = new Date(answer.headers.get("Last-Modified") ?? "").toISOString();
    expect([url, last.slice(0, 19)]).toEqual([url, new Date(modified).toISOString().slice(0, 19)]);
  }
});

test("the shapes find a catalogue without a publisher, and one with a theme that is a word", async () => {
  await publishOctober();
  const document = await catalogueDocument();
  for (const node of document["@graph"]) {
    if (node["@type"] === "dcat:Catalog") delete node["dct:publisher"];
    if (node["@type"] === "dcat:Dataset") node["dcat:theme"] = "economy";
  }
  const datasets = new Set(DATA_FILES.map(({ dataset }) => dataset));
  expect(await faultsOf(document)).toHaveLength(1 + datasets.size);
});

type Document = { "@graph": Record<string, unknown>[] };
async function catalogueDocument(): Promise<Document> {
  const response = await responseOf(catalogue.loader(args("/statistics/catalog.jsonld")));
  expect(response.headers.get("Content-Type")).toBe("application/ld+json");
  return (await response.json()) as Document;
}

async function faultsOf(document: Document): Promise<string[]> {
  const quads = await jsonld.toRDF(document, { format: "application/n-quads" });
  const shapes = readFileSync("e2e/support/dcat-shapes.ttl", "utf8");
  const validator = new SHACLValidator(new Store(new Parser().parse(shapes)));
  const report = await validator.validate(new Store(new Parser().parse(quads)));
  return report.results.map(
    ({ focusNode, sourceShape }) => `${focusNode?.value} ${sourceShape?.value}`,
  );
}
