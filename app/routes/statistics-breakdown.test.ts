import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DisclosedCell } from "~/domain/statistics/disclosed-month";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { setClock } from "~/platform/clock.server";
import { openTestDatabase } from "~/platform/test-database.server";
import * as page from "./_store.statistics";
import * as csv from "./_store.statistics_.breakdown[.]csv";
import { args, responseOf } from "./test-doors";
import { beginNovember, closeOctober, OCTOBER, publishOctober, SOLD } from "./test-published-month";

let close: () => void;

beforeEach(async () => {
  close = openTestDatabase();
  await beginNovember();
});
afterEach(() => {
  setClock();
  close();
});

const csvOf = async () => (await responseOf(csv.loader(args("/statistics/breakdown.csv")))).text();
const fateOf = ({ dimension, code, disclosure }: DisclosedCell) =>
  `${dimension}:${code} ${disclosure}`;

test("nothing that is withheld is in what everybody is sent, page or file", async () => {
  await publishOctober();
  const disclosed = (await findPeriod(OCTOBER))?.editions[0]?.manifest.disclosed;
  const cells = disclosed?.cells ?? [];
  expect(disclosed?.withheldDimensions).toEqual([]);
  expect(cells.map(fateOf)).toEqual([
    "commune:00001 small",
    "commune:00002 small",
    "set:1 small",
    "set:11 secondary",
    "set:4 open",
    "stars:3 open",
    "method:vietqr open",
  ]);
  const sent = JSON.stringify(await page.loader(args("/statistics")));
  const file = await csvOf();
  for (const { salesVnd, disclosure, ...cell } of cells) {
    const number = new RegExp(String.raw`\b${salesVnd}\b`);
    const isOpen = disclosure === "open";
    const found = [number.test(sent), number.test(file)];
    expect([cell.code, ...found]).toEqual([cell.code, isOpen, isOpen]);
  }
  // Nor why: that a cell is large enough is a bound of it.
  expect(sent + file).not.toMatch(/\b(?:small|secondary)\b/);
  const { breakdown } = await page.loader(args("/statistics"));
  const nothing = { salesVnd: null, orderCount: null, sellerCount: null, disclosure: "withheld" };
  const withheld = breakdown?.cells.filter((cell) => cell.disclosure === "withheld");
  expect(withheld).toEqual([
    { dimension: "commune", code: "00001", ...nothing },
    { dimension: "commune", code: "00002", ...nothing },
    { dimension: "set", code: "1", ...nothing },
    { dimension: "set", code: "11", ...nothing },
  ]);
});

test("of a month of too few sellers not even the codes are sent, and the file says so in a row each", async () => {
  await publishOctober(SOLD.slice(0, 2));
  const { breakdown, communeNames } = await page.loader(args("/statistics"));
  expect([breakdown?.total.salesVnd, breakdown?.cells, communeNames]).toEqual([null, [], {}]);
  const [, ...rows]: string[][] = parse(await csvOf(), { bom: true });
  expect(
    rows.map(([dimension, code, name, , ...rest]) => [dimension, code, name, rest[3]]),
  ).toEqual([
    ["total", "all", "Tổng", "withheld"],
    ["commune", "all", "Theo xã của người bán", "withheld"],
    ["set", "all", "Theo bộ sản phẩm OCOP", "withheld"],
    ["stars", "all", "Theo hạng sao OCOP", "withheld"],
    ["method", "all", "Theo cách thanh toán", "withheld"],
  ]);
});

test("the file says what the page says, by the names that the page has", async () => {
  await publishOctober();
  const { breakdown } = await page.loader(args("/statistics"));
  const [, ...rows]: string[][] = parse(await csvOf(), { bom: true });
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ["total", "all", "Tổng"],
    ["commune", "00001", "Xã Lũng Cú"],
    ["commune", "00002", "Xã Đồng Văn"],
    ["set", "1", "Rau, củ, quả, hạt tươi"],
    ["set", "11", "Chè"],
    ["set", "4", "Mật ong và nông sản thực phẩm khác"],
    ["stars", "3", "3 sao"],
    ["method", "vietqr", "Chuyển khoản bằng mã VietQR"],
  ]);
  expect(rows[0]?.[4]).toBe(String(breakdown?.total.salesVnd));
  expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set([breakdown?.hash]));
});

test("before a month is published there is no breakdown, and no file", async () => {
  await closeOctober();
  expect((await page.loader(args("/statistics"))).breakdown).toBeNull();
  expect((await responseOf(csv.loader(args("/statistics/breakdown.csv")))).status).toBe(404);
});
