import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import {
  discloseMonth,
  publicMonthOf,
  withheldKeysOf,
  type DisclosedCell,
  type EarlierEditions,
  type PublicMonth,
} from "./disclosed-month";
import { attack } from "./test-disclosure-attacker";
import type { TestOrder, TestRows, TestSale } from "./test-disclosure-knowledge";
import { attackEditions } from "./test-edition-attacker";
import { attackTogether } from "./test-joint-attacker";
import { attackRevision } from "./test-revision-attacker";

const MONTHS = 1_500;

/** Evenly between 0 and 1, which the library's own fractions are not. */
const portion = fc.noBias(fc.integer({ min: 0, max: 1_000 })).map((n) => n / 1_000);

const tale = fc.record({
  sellerCount: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 20 })),
  communeCount: fc.integer({ min: 1, max: 6 }),
  sets: fc.constantFrom(
    [4],
    [4, 11],
    [1, 4, 11, 25],
    [4, 11, 26],
    [4, 26],
    [26],
    [1, 4, 11, 22, 26],
  ),
  methods: fc.constantFrom(["cod"], ["vietqr", "cod"], [...PAYMENT_METHODS], [...PAYMENT_METHODS]),
  channels: fc.constantFrom(["web"], ["web", "web", "web", "assisted", "wholesale"]),
  largestVnd: fc.constantFrom(1, 3, 500_000, 2_000_000),
  isSkewed: fc.boolean(),
  comesBack: fc.constantFrom(0, 0, 0.1, 0.5, 1),
  lines: fc.oneof(
    fc.array(lineOf(), { maxLength: 20 }),
    fc.array(lineOf(), { minLength: 30, maxLength: 80, size: "max" }),
  ),
});

/** What one seller sold in one finest cell. */
function lineOf() {
  // Without bias, with which the first seller would sell most.
  const line = fc.record({
    seller: fc.nat(),
    commune: fc.nat(),
    set: fc.nat(),
    stars: fc.constantFrom(0, 3, 3, 4),
    method: fc.nat(),
    channel: fc.nat(),
    size: portion,
    back: portion,
    orderCount: fc.integer({ min: 1, max: 4 }),
    shippingVnd: fc.constantFrom(0, 0, 20_000, 35_000, -20_000),
  });
  return fc.noBias(line);
}
type Tale = typeof tale extends fc.Arbitrary<infer One> ? One : never;

const pick = <Value>(list: readonly Value[], n: number, fallback: Value) =>
  list[n % list.length] ?? fallback;

/** The rows of a month as the tables keep them: an order wherever something was sold. */
function rowsOf(one: Tale): { sales: TestSale[]; orders: TestOrder[] } {
  const sales: TestSale[] = [];
  const orders: TestOrder[] = [];
  for (const line of one.lines) {
    const seller = line.seller % one.sellerCount;
    const whose = {
      householdId: `h${seller}`,
      communeCode: `c${(seller * 7 + (seller >> 1)) % one.communeCount}`,
      method: pick(one.methods, line.method, "cod"),
      channel: pick(one.channels, line.channel, "web"),
    };
    // A skewed month: the first sellers sell a hundred times what the others do.
    const scale = one.isSkewed && seller > 1 ? 0.01 : 1;
    const itemsVnd = Math.ceil(line.size * scale * one.largestVnd);
    const onlyBack = line.back < one.comesBack / 4;
    const returnedVnd = line.back < one.comesBack ? Math.ceil(itemsVnd * 6 * line.size) : 0;
    sales.push({
      ...whose,
      ocopSet: pick(one.sets, line.set, 4),
      stars: line.stars,
      itemsVnd: onlyBack ? 0 : itemsVnd,
      returnedVnd,
    });
    orders.push({
      ...whose,
      orderCount: onlyBack || itemsVnd === 0 ? 0 : line.orderCount,
      shippingVnd: line.shippingVnd,
    });
  }
  return { sales, orders };
}

function publish(rows: TestRows, earlier?: EarlierEditions) {
  const judged = discloseMonth(rows, earlier);
  return { rows, judged, month: publicMonthOf(judged), figures: judged.figures };
}

function sampled(numRuns: number, seed: number) {
  return fc.sample(tale, { numRuns, seed }).map((one) => publish(rowsOf(one)));
}

/** Published cells with this one told after all. */
function openCell({ judged, month }: ReturnType<typeof publish>, cell: DisclosedCell): PublicMonth {
  const same = (one: { dimension: string; code: string }) =>
    one.dimension === cell.dimension && one.code === cell.code;
  const { salesVnd, sellerCount } = cell;
  const orderCount = judged.figures.orders === "open" ? cell.orderCount : null;
  const opened = { salesVnd, sellerCount, orderCount, disclosure: "open" as const };
  return { ...month, cells: month.cells.map((one) => (same(one) ? { ...one, ...opened } : one)) };
}

describe("what is published of a month", () => {
  test("lets nobody work out what is withheld", () => {
    const seed = Date.now() % 2 ** 31;
    const reached = { small: 0, secondary: 0, whole: 0, services: 0, cashless: 0, below: 0 };
    for (const [i, published] of sampled(MONTHS, seed).entries()) {
      expect(attack(published.rows, published), `seed ${seed}, month ${i}`).toEqual([]);
      const { judged, month, figures } = published;
      const isOpen = figures.sales_goods === "open";
      const kinds = new Set(
        judged.cells
          .filter(({ dimension }) => !month.withheldDimensions.some((one) => one === dimension))
          .map(({ disclosure }) => disclosure),
      );
      if (kinds.has("small")) reached.small += 1;
      if (kinds.has("secondary")) reached.secondary += 1;
      if (isOpen && month.withheldDimensions.length > 0) reached.whole += 1;
      if (isOpen && figures.services === "small") reached.services += 1;
      if (figures.cashless_value === "open" && judged.total.salesVnd > 0) reached.cashless += 1;
      if (month.cells.some(({ salesVnd }) => salesVnd !== null && salesVnd < 0)) reached.below += 1;
    }
    // The months are worth the name.
    expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(10);
  }, 120_000);

  test("between editions keeps what the first withheld, even from who knows every change", () => {
    const seed = Date.now() % 2 ** 31;
    const revisions = fc.sample(revision, { numRuns: MONTHS, seed });
    let revisedCount = 0;
    for (const [i, { before, after }] of revisions.entries()) {
      const first = publish(rowsOf(before));
      const already = new Set(withheldKeysOf(first.judged));
      const second = publish(mergeRows(first.rows, rowsOf({ ...before, ...after })), {
        withheld: already,
        published: [],
      });
      const message = `seed ${seed}, month ${i}`;
      const now = new Set(withheldKeysOf(second.judged));
      expect(
        [...already].filter((key) => !now.has(key)),
        message,
      ).toEqual([]);
      expect(attack(second.rows, second), message).toEqual([]);
      expect(attackEditions(first, second), message).toEqual([]);
      if (already.size > 0 && now.size > already.size) revisedCount += 1;
    }
    expect(revisedCount).toBeGreaterThan(50);
  }, 120_000);
});

describe("a revised edition, for who has those before it", () => {
  /** A month and two revisions, judged with or without what was public of it before. */
  function revised({ before, after, last }: Revised, isCompared: boolean) {
    const editions = [publish(rowsOf(before))];
    for (const { lines } of [after, last]) {
      const earlier = editions.map(({ rows, judged }) => ({
        rows,
        withheld: new Set(withheldKeysOf(judged)),
      }));
      const withheld = earlier.at(-1)?.withheld ?? new Set();
      const rows = mergeRows(earlier.at(-1)?.rows ?? NO_ROWS, rowsOf({ ...before, lines }));
      editions.push(publish(rows, { withheld, published: isCompared ? earlier : [] }));
    }
    return editions;
  }

  function attackLast(editions: readonly ReturnType<typeof publish>[]): string[] {
    const pairs = editions.flatMap((edition, i) =>
      editions.slice(0, i).flatMap((earlier) => attackRevision(earlier, edition)),
    );
    return [...pairs, ...attackTogether(editions)];
  }

  test("does not tell what it withholds and they told", () => {
    const seed = Date.now() % 2 ** 31;
    const reached = { hidden: 0, closed: 0 };
    for (const [i, one] of fc.sample(twoRevisions, { numRuns: MONTHS, seed }).entries()) {
      const editions = revised(one, true);
      const message = `seed ${seed}, month ${i}`;
      expect(attackLast(editions), message).toEqual([]);
      for (const edition of editions) expect(attack(edition.rows, edition), message).toEqual([]);
      const [told, keys] = editions.map(({ judged }) => withheldKeysOf(judged));
      const news = (keys ?? []).filter((key) => !told?.includes(key));
      if (news.some((key) => key.endsWith("*"))) reached.closed += 1;
      else if (news.length > 0) reached.hidden += 1;
    }
    expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(10);
  }, 120_000);

  test("would tell it, if it were not compared with them", () => {
    const seed = Date.now() % 2 ** 31;
    const found = fc
      .sample(twoRevisions, { numRuns: MONTHS, seed })
      .filter((one) => attackLast(revised(one, false)).length > 0);
    expect(found.length).toBeGreaterThan(50);
  }, 120_000);
});

const NO_ROWS: TestRows = { sales: [], orders: [] };

const later = fc.record({ lines: fc.array(lineOf(), { minLength: 1, maxLength: 4 }) });
const revision = tale.chain((before) => fc.record({ before: fc.constant(before), after: later }));
const large = fc.record({
  lines: fc.array(lineOf(), { minLength: 4, maxLength: 16, size: "max" }),
});
const twoRevisions = fc.oneof(
  fc.record({ before: tale, after: later, last: later }),
  fc.record({ before: tale, after: large, last: large }),
);
type Revised = typeof twoRevisions extends fc.Arbitrary<infer One> ? One : never;

function mergeRows(a: TestRows, b: TestRows): TestRows {
  return { sales: [...a.sales, ...b.sales], orders: [...a.orders, ...b.orders] };
}

describe("the attacker is worth the name: it finds", () => {
  test("what is hidden behind a cell that is told after all", () => {
    const seed = Date.now() % 2 ** 31;
    let foundCount = 0;
    for (const [i, published] of sampled(MONTHS, seed).entries()) {
      const { judged, month, rows } = published;
      const listed = judged.cells.filter(
        ({ dimension }) => !month.withheldDimensions.some((one) => one === dimension),
      );
      for (const cell of listed.filter(({ disclosure }) => disclosure === "secondary")) {
        const left = listed.filter(
          (one) =>
            one.dimension === cell.dimension && one.disclosure !== "open" && one.code !== cell.code,
        );
        // Told apart from the chooser: too few sellers are left to hide among, or one cell alone.
        const sellerCount = left.reduce((sum, one) => sum + one.sellerCount, 0);
        if (left.length > 1 && (sellerCount === 0 || sellerCount > 2)) continue;
        const found = attack(rows, { month: openCell(published, cell), figures: judged.figures });
        expect(found.length, `seed ${seed}, month ${i}, ${cell.code}`).toBeGreaterThan(0);
        foundCount += 1;
      }
    }
    expect(foundCount).toBeGreaterThan(100);
  }, 120_000);

  test.each(["sales_goods_services", "share_goods_services", "services"] as const)(
    "few services, when %s is told after all",
    (code) => {
      const seed = Date.now() % 2 ** 31;
      const told = sampled(MONTHS, seed).filter(
        ({ figures }) => figures.sales_goods === "open" && figures.services === "small",
      );
      expect(told.length).toBeGreaterThan(50);
      for (const { rows, month, figures } of told) {
        const opened = { ...figures, [code]: "open" as const };
        expect(attack(rows, { month, figures: opened }), `seed ${seed}`).not.toEqual([]);
      }
    },
  );

  test("a cashless share that tells one part of few services", () => {
    const seed = Date.now() % 2 ** 31;
    const told = sampled(4 * MONTHS, seed).filter(
      ({ figures, month, rows }) =>
        figures.services === "open" &&
        isFew(rows.sales.filter(isService).filter(({ method }) => method !== "cod")) &&
        month.cells.some(({ code, disclosure }) => code === "cod" && disclosure === "open"),
    );
    expect(told.length).toBeGreaterThan(5);
    for (const { rows, month, figures } of told) {
      const opened = { ...figures, cashless_value: "open" as const };
      expect(attack(rows, { month, figures: opened }), `seed ${seed}`).not.toEqual([]);
    }
  });

  test("a cell between three editions, of which no two tell it", () => {
    const gone = [[], ["a1", "a2", "b1", "b2", "c1", "c2"], ["d1", "d2"]];
    const editions = gone.map((_, i) => {
      const left = fiveCommunes(gone.slice(0, i + 1).flat());
      const withheld = i === 0 ? [] : ["a", "b", "c", "d", ...(i === 1 ? [] : ["e"])];
      const { month, figures } = publish(left);
      const isHidden = (code: string) => withheld.includes(code);
      const hidden = { salesVnd: null, orderCount: null, sellerCount: null };
      const cells = month.cells.map((cell) =>
        cell.dimension === "commune" && isHidden(cell.code)
          ? { ...cell, ...hidden, disclosure: "withheld" as const }
          : cell,
      );
      return { rows: left, figures, month: { ...month, cells } };
    });
    expect(attackTogether(editions)).toContain("commune d sales of edition 3");
  });

  test("one cell more in a revised edition", () => {
    const rows = threeCommunes();
    const first = publish(rows);
    const second = publish(mergeRows(rows, { sales: [], orders: [] }));
    const cell = first.judged.cells.find(
      ({ dimension, disclosure }) => dimension === "commune" && disclosure === "secondary",
    );
    if (!cell) throw new Error("no cell to tell");
    const opened = { ...second, month: openCell(second, cell) };
    expect(attackEditions(first, opened)).not.toEqual([]);
  });
});

function isService({ channel, ocopSet }: TestSale): boolean {
  return channel === "web" && ocopSet === 26;
}

function isFew(sales: readonly TestSale[]): boolean {
  const sold = sales.filter(({ itemsVnd }) => itemsVnd > 0);
  return [1, 2].includes(new Set(sold.map(({ householdId }) => householdId)).size);
}

/** One small commune, and two large ones. */
function threeCommunes(): TestRows {
  const sellers = Array.from({ length: 9 }, (_, i) => i);
  const whose = (i: number) => ({
    householdId: `h${i}`,
    communeCode: i === 0 ? "a" : i < 5 ? "b" : "c",
    method: "cod",
    channel: "web",
  });
  return {
    sales: sellers.map((i) => ({
      ...whose(i),
      ocopSet: 4,
      stars: 3,
      itemsVnd: 100_000 + i,
      returnedVnd: 0,
    })),
    orders: sellers.map((i) => ({ ...whose(i), orderCount: 2, shippingVnd: 20_000 })),
  };
}

/** Five communes with three sellers each, the last of them with nine; without those who are gone. */
function fiveCommunes(gone: readonly string[]): TestRows {
  const all = ["a", "b", "c", "d", "e"].flatMap((communeCode, nth) =>
    Array.from({ length: communeCode === "e" ? 9 : 3 }, (_, i) => ({
      householdId: `${communeCode}${i}`,
      communeCode,
      method: "cod",
      channel: "web",
      ocopSet: 4,
      stars: 3,
      itemsVnd: communeCode === "e" ? 300 : 100 + 10 * nth,
      returnedVnd: 0,
      orderCount: 2,
      shippingVnd: 0,
    })),
  );
  const rows = all.filter(({ householdId }) => !gone.includes(householdId));
  return { sales: rows, orders: rows };
}

describe("an ordinary month", () => {
  /** 80 sellers in 30 communes, a few of each large; the same every time. */
  function ordinaryMonth(seed: number): TestRows {
    const draws = fc.sample(
      fc.record({
        commune: fc.integer({ min: 0, max: 29 * 30 }),
        size: portion,
        set: fc.constantFrom(1, 2, 4, 4, 4, 5, 7, 11, 11, 14, 19, 21, 25),
        stars: fc.constantFrom(0, 0, 3, 3, 3, 4, 4, 5),
        methods: fc.constantFrom(["cod"], ["cod", "vietqr"], ["cod", "vietqr", "card"], ["vietqr"]),
        orderCount: fc.integer({ min: 1, max: 12 }),
      }),
      { numRuns: 80, seed },
    );
    const rows = draws.flatMap((draw, i) =>
      draw.methods.map((method) => ({
        householdId: `h${i}`,
        // The lower the number, the more sellers there are, as in a town and its villages.
        communeCode: `c${Math.floor(draw.commune ** 2 / (870 * 30))}`,
        method,
        channel: "web",
        ocopSet: draw.set,
        stars: draw.stars,
        itemsVnd: Math.round(200_000 * Math.exp(3 * draw.size)),
        returnedVnd: 0,
        orderCount: draw.orderCount,
        shippingVnd: 25_000,
      })),
    );
    return { sales: rows, orders: rows };
  }

  // Measured over these months. By commune it is the primary rule alone that withholds: half of them have one or two sellers.
  test.each([
    ["commune", { largest: 0.65, middle: 0.4, secondary: 0.02 }],
    ["set", { largest: 0.36, middle: 0.15, secondary: 0.2 }],
    ["stars", { largest: 0.36, middle: 0.02, secondary: 0.36 }],
    ["method", { largest: 0.02, middle: 0.02, secondary: 0.02 }],
  ] as const)("is published by %s for the most part", (dimension, most) => {
    const shares = Array.from({ length: 40 }, (_, i) => {
      const { judged } = publish(ordinaryMonth(i + 1));
      expect(judged.figures.sales_goods).toBe("open");
      const share = (disclosure: string) =>
        judged.cells
          .filter((cell) => cell.dimension === dimension && cell.disclosure === disclosure)
          .reduce((sum, cell) => sum + cell.salesVnd, 0) / judged.total.salesVnd;
      return { secondary: share("secondary"), all: share("small") + share("secondary") };
    });
    const ascending = shares.map(({ all }) => all).toSorted((a, b) => a - b);
    expect(ascending.at(-1)).toBeLessThan(most.largest);
    expect(ascending[20]).toBeLessThan(most.middle);
    expect(Math.max(...shares.map(({ secondary }) => secondary))).toBeLessThan(most.secondary);
  });
});
