import { parse } from "csv-parse/sync";
import { and, between, eq, sum } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { communes } from "~db/schema/places";
import { orders } from "~db/schema/orders";
import type { UserActor } from "~/domain/audit/actor";
import { closePeriod } from "~/domain/flows/close-period.server";
import { publishPeriod } from "~/domain/flows/publish-period.server";
import { setTargets } from "~/domain/flows/set-targets.server";
import { livePast } from "~/domain/flows/test-past";
import { insertTestHousehold, insertTestProduct, TEST_SHOP } from "~/domain/flows/test-shop";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { readCommuneLines } from "~/domain/statistics/queries-commune-sales.server";
import { readClosedRanking, readPublicRanking } from "~/domain/statistics/queries-ranking.server";
import { rankingCsv } from "~/domain/statistics/ranking-csv.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { formatVnd } from "~/platform/money";
import { openTestDatabase } from "~/platform/test-database.server";
import * as map from "./_store.statistics_.map[.]svg";
import * as statistics from "./_store.statistics";
import * as page from "./_store.statistics_.ranking";
import * as csv from "./_store.statistics_.ranking[.]csv";
import { args, responseOf } from "./test-doors";
import { beginNovember } from "./test-published-month";

const [FIRST, SECOND] = ["2026-09", "2026-10"] as const;
const A = TEST_SHOP.communeCode;
const B = TEST_SHOP.secondCommuneCode;
const [C, D] = ["00097", "00098"] as const;
/** What each seller of a commune sold, month by month; in October two sellers of A are not enough to be told. */
const SOLD: Record<string, readonly [first: readonly number[], second: readonly number[]]> = {
  [A]: [
    [310_001, 320_007, 330_011],
    [111_013, 112_019],
  ],
  [B]: [
    [210_023, 220_029, 230_031],
    [51_037, 52_043, 53_049],
  ],
  [C]: [
    [410_051, 420_057, 430_061],
    [413_067, 423_071, 433_073],
  ],
  [D]: [
    [510_079, 520_083, 530_089],
    [513_091, 523_097, 533_101],
  ],
};

let close: () => void;
let officer: UserActor;

beforeEach(async () => {
  close = openTestDatabase();
  officer = await beginNovember();
  await inTransaction(async (tx) => {
    const [known] = await tx.select().from(communes).where(eq(communes.code, A));
    const provinceCode = known?.provinceCode ?? "";
    for (const [code, name] of [
      [C, "=Xã Cao Bồ"],
      [D, "Xã Du Già"],
    ] as const) {
      await tx.insert(communes).values({ code, provinceCode, name, nameFolded: name });
    }
  });
  await sell();
  for (const month of [FIRST, SECOND]) await closeAndPublish(month);
  const asked = { [A]: 1_000_000, [B]: 2_000_000, [C]: 2_000_000, [D]: 9_000_000 };
  const entries = Object.entries(asked).map(([communeCode, value]) => ({
    communeCode,
    kind: "sales_goods_vnd" as const,
    value,
  }));
  await setTargets(officer, { year: "2026", source: "Quyết định 125/QĐ-UBND", entries });
});
afterEach(() => {
  setClock();
  close();
});

async function sell() {
  for (const [communeCode, months] of Object.entries(SOLD)) {
    for (let index = 0; index < 3; index += 1) {
      const householdId = await insertTestHousehold({ communeCode });
      const productId = await insertTestProduct({ householdId, stockCount: 0 });
      for (const [border, amounts] of months.entries()) {
        const unitPriceVnd = amounts[index];
        if (unitPriceVnd === undefined) continue;
        const order = {
          seller: 0,
          status: "delivered",
          channel: "web",
          method: "vietqr",
          cash: "all",
          shippingVnd: 0,
          border,
          offsetMs: 5 * 86_400_000,
          back: null,
        } as const;
        const lines = [
          { ocopSet: 4 as const, stars: 3 as const, quantity: 1, unitPriceVnd, backCount: 0 },
        ];
        const seller = { householdId, communeCode, productId };
        await inTransaction((tx) => livePast(tx, { ...order, lines }, { first: FIRST, seller }));
      }
    }
  }
}

async function closeAndPublish(month: string) {
  const seen = (await findPeriod(month))?.seen ?? "";
  const closedBy = { id: officer.userId, name: "Lê Thị Duyệt" };
  const closed = await closePeriod(officer, { month, seen, closedBy });
  if (!closed.ok) throw new Error(closed.code);
  const published = await publishPeriod(officer, {
    month,
    edition: 1,
    publishedById: officer.userId,
  });
  if (!published.ok) throw new Error(published.code);
}

const all = { year: "2026", to: null };
const openPage = (query = "") => page.loader(args(`/statistics/ranking${query}`));

test("the department's ranking is what the orders add up to, commune by commune", async () => {
  const rows = await reader()
    .select({ code: orders.sellerCommuneCode, vnd: sum(orders.itemsVnd).mapWith(Number) })
    .from(orders)
    .where(
      and(
        eq(orders.status, "delivered"),
        between(orders.deliveredOn, `${FIRST}-01`, `${SECOND}-31`),
      ),
    )
    .groupBy(orders.sellerCommuneCode);
  const sold = new Map(rows.map((row) => [row.code, row.vnd]));
  const ranking = await readClosedRanking(all);
  const lists = [...(ranking?.ranked ?? []), ...(ranking?.unranked ?? [])];
  expect(lists.map(({ code, sum: { salesVnd } }) => [code, salesVnd])).toEqual(
    lists.map(({ code }) => [code, sold.get(code) ?? 0]),
  );
  // 1.18, 1.26, 0.41 and 0.35 of what was asked for.
  expect(ranking?.ranked.map(({ code, rank }) => [code, rank])).toEqual([
    [C, 1],
    [A, 2],
    [B, 3],
    [D, 4],
  ]);
  expect(ranking?.months.map(({ month, edition }) => [month, edition])).toEqual([
    [FIRST, 1],
    [SECOND, 1],
  ]);
});

test("a commune that is withheld in one month has neither sum nor rank in public, and cannot be worked out", async () => {
  const cells = (await findPeriod(SECOND))?.editions[0]?.manifest.disclosed.cells ?? [];
  const hidden = cells.filter(
    ({ dimension, disclosure }) => dimension === "commune" && disclosure !== "open",
  );
  expect(hidden.map(({ code }) => code)).toEqual([A, B]);
  const { ranking } = await openPage();
  expect(ranking?.ranked.map(({ code, rank }) => [code, rank])).toEqual([
    [C, 1],
    [D, 2],
  ]);
  const withheld = ranking?.unranked.filter(({ code }) => code === A || code === B);
  const nothing = { salesVnd: null, peakSellerCount: null, lastSellerCount: null };
  expect(withheld).toMatchObject([
    { code: expect.any(String), reason: "withheld", sum: nothing },
    { code: expect.any(String), reason: "withheld", sum: nothing },
  ]);
  // Neither October of one that is withheld nor its year, alone or with the other; with its year September would tell October.
  const file = await (await responseOf(csv.loader(args("/statistics/ranking.csv")))).text();
  const sent = JSON.stringify(ranking) + file;
  const october = [A, B].map((code) => sumOf(SOLD[code]?.[1] ?? []));
  const september = [A, B].map((code) => sumOf(SOLD[code]?.[0] ?? []));
  const year = october.map((amount, index) => amount + (september[index] ?? 0));
  for (const secret of [...october, ...year, sumOf(october), sumOf(year)]) {
    expect(sent).not.toContain(String(secret));
  }
  expect(sent).not.toMatch(/\b(?:small|secondary)\b/);
  // September alone, where all four are told, is ranked as it is published.
  const alone = (await openPage("?year=2026&to=09")).ranking;
  expect(alone?.ranked.map(({ code }) => code)).toEqual([A, C, B, D]);
});

const sumOf = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

test("the file says what the page says, and starts no formula", async () => {
  const ranking = await readPublicRanking(all);
  if (!ranking) throw new Error("no ranking");
  const [head = [], ...rows]: string[][] = parse(rankingCsv(ranking), { bom: true });
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(column("rank").slice(0, 3)).toEqual(["1", "2", ""]);
  expect(column("commune").slice(0, 2)).toEqual(["'=Xã Cao Bồ", "Xã Du Già"]);
  expect(column("sales_vnd").slice(0, 2)).toEqual(
    ranking.ranked.map(({ sum: { salesVnd } }) => String(salesVnd)),
  );
  expect(new Set(column("months"))).toEqual(new Set([`${FIRST} ${SECOND}`]));
  expect(new Set(column("editions"))).toEqual(new Set([`${FIRST}:1 ${SECOND}:1`]));
  expect(column("status").filter((status) => status === "withheld")).toHaveLength(2);
});

test("a year without a published month leads to the last that has one", async () => {
  const answer = await responseOf(openPage("?year=2031"));
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/statistics/ranking"]);
  const file = await responseOf(csv.loader(args("/statistics/ranking.csv?year=2031")));
  expect(file.status).toBe(404);
});

test("the map of the newest month is drawn of what is told alone", async () => {
  const draw = async (query: string) => responseOf(map.loader(args(`/statistics/map.svg${query}`)));
  const answer = await draw("?size=wide");
  expect(answer.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
  const svg = await answer.text();
  // C and D are told, each a class of its own; A and B are hatched over no colour.
  const told = [C, D].map((code) => sumOf(SOLD[code]?.[1] ?? []));
  for (const amount of told) expect(svg).toContain(formatVnd(amount, "vi"));
  const secrets = [A, B].map((code) => sumOf(SOLD[code]?.[1] ?? []));
  for (const secret of secrets) expect(svg).not.toContain(formatVnd(secret, "vi"));
  expect(svg.match(/class="c[1-5] e"/g)).toHaveLength(2 + 2); // and twice in the legend
  expect(svg.match(/fill="url\(#h\)"/g)).toHaveLength(2 + 1);
  expect((await draw("?size=huge")).status).toBe(404);
  const { map: facts } = await statistics.loader(args("/statistics"));
  expect(facts).toMatchObject({ isSquares: true, communeCount: 4 });
  expect(svg).toContain(`height="${facts?.sizes.wide.height}"`);
});

test("an edition's communes have a line only when thirteen months are closed", async () => {
  const [edition] = (await findPeriod(SECOND))?.editions ?? [];
  expect(edition && (await readCommuneLines(edition))).toBe(null);
});
