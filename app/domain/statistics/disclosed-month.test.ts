import { describe, expect, test } from "vitest";
import {
  discloseMonth,
  publicMonthOf,
  withheldKeysOf,
  type Dimension,
  type DisclosedMonth,
} from "./disclosed-month";
import { FIGURE_CODES } from "./figure-codes";

type Sold = {
  seller: string;
  commune?: string;
  set?: number;
  stars?: number;
  method?: string;
  channel?: string;
  sold: number;
  back?: number;
  orders?: number;
  shipping?: number;
};

function rowsOf(all: readonly Sold[]) {
  const whose = ({ seller, commune = "c1", method = "cod", channel = "web" }: Sold) => ({
    householdId: seller,
    communeCode: commune,
    method,
    channel,
  });
  return {
    sales: all.map((one) => ({
      ...whose(one),
      ocopSet: one.set ?? 4,
      stars: one.stars ?? 3,
      itemsVnd: one.sold,
      returnedVnd: one.back ?? 0,
    })),
    orders: all.map((one) => ({
      ...whose(one),
      orderCount: one.orders ?? (one.sold > 0 ? 2 : 0),
      shippingVnd: one.shipping ?? 0,
    })),
  };
}

/** So many sellers in one commune, each with this much. */
function sellersIn(commune: string, count: number, sold: number): Sold[] {
  return Array.from({ length: count }, (_, i) => ({ seller: `${commune}-${i}`, commune, sold }));
}

function disclose(all: readonly Sold[], already: readonly string[] = []): DisclosedMonth {
  return discloseMonth(rowsOf(all), { withheld: new Set(already), published: [] });
}

/** `c1 open`, `c2 small`: what became of each cell. */
function fatesOf(month: DisclosedMonth, dimension: Dimension): string[] {
  return month.cells
    .filter((cell) => cell.dimension === dimension)
    .map(({ code, disclosure }) => `${code} ${disclosure}`);
}

describe("a sum for its own sake", () => {
  test.each([
    ["two sellers", [50, 50], "small"],
    ["three", [40, 30, 30], "open"],
    ["85 % exactly", [85, 10, 5], "open"],
    ["more than 85 %", [86, 9, 5], "small"],
    ["nobody", [], "open"],
  ])("%s", (_, amounts, expected) => {
    const month = disclose(amounts.map((sold, i) => ({ seller: `h${i}`, sold })));
    expect(month.figures.sales_goods).toBe(expected);
    expect(month.figures.share_goods).toBe(expected);
  });

  test("what was kept has to be spread as well, because it is what is shown", () => {
    const [a, b, c] = ["a", "b", "c"].map((seller) => ({ seller, sold: 100 }));
    if (!a || !b || !c) throw new Error("three sellers");
    expect(disclose([a, b, c]).figures.sales_goods).toBe("open");
    const returned = [{ ...a, back: 99 }, { ...b, back: 99 }, c];
    expect(disclose(returned).figures.sales_goods).toBe("small");
  });

  test("who only took goods back is no seller, and what came back is not a zero of nobody", () => {
    const month = disclose([...sellersIn("c1", 2, 100), { seller: "x", sold: 0, back: 100 }]);
    expect([month.figures.sales_goods, month.total.sellerCount]).toEqual(["small", 2]);
    expect(disclose([{ seller: "x", sold: 0, back: 5 }]).figures).toMatchObject({
      sales_goods: "small",
      returned: "small",
      orders: "open", // none
    });
  });

  test("every figure has the sellers behind it, not those of the month", () => {
    const month = disclose([
      ...sellersIn("c1", 9, 100),
      { seller: "coop", channel: "wholesale", sold: 9_000 },
      ...["p", "q", "r"].map((seller) => ({ seller, channel: "assisted", sold: 50, shipping: 9 })),
      { seller: "c1-0", sold: 0, back: 40 },
    ]);
    expect(month.figures).toMatchObject({
      sales_goods: "open",
      wholesale: "small",
      wholesale_orders: "small",
      assisted: "open",
      assisted_orders: "open",
      shipping: "open",
      returned: "small",
      orders: "open",
      active_sellers: "open",
      retail_goods: "open",
    });
  });

  test("shipping of which most was given back ranks by what is left, either way", () => {
    const shipping = (amounts: number[]) =>
      disclose(amounts.map((one, i) => ({ seller: `h${i}`, sold: 100, shipping: one }))).figures
        .shipping;
    expect(shipping([30, -30, 30])).toBe("open");
    expect(shipping([1, -300, 1])).toBe("small");
    expect(shipping([0, 0, 0])).toBe("open");
  });
});

describe("few services", () => {
  const goods = sellersIn("c1", 5, 100);

  test("are withheld with everything that they could be had from, and goods stay", () => {
    const month = disclose([...goods, { seller: "stay", set: 26, sold: 7_000 }]);
    expect(month.figures).toMatchObject({
      sales_goods: "open",
      share_goods: "open",
      services: "small",
      sales_goods_services: "small", // one of six with more than 85 %
      share_goods_services: "small",
      cashless_value: "small",
    });
  });

  test("cannot be had from both together where those would be large enough", () => {
    const month = disclose([...goods, { seller: "stay", set: 26, sold: 70 }]);
    expect(month.figures).toMatchObject({
      services: "small",
      sales_goods_services: "secondary",
      share_goods_services: "secondary",
    });
  });

  test("enough of them, paid in cash by two: the cashless share by value goes", () => {
    const services = ["p", "q", "r", "s", "t"].map((seller, i) => ({
      seller,
      set: 26,
      sold: 100,
      method: i < 2 ? "cod" : "vietqr",
    }));
    const paid = goods.map((one) => ({ ...one, method: "vietqr" }));
    const month = disclose([...goods, ...paid, ...services]);
    expect(month.figures).toMatchObject({
      services: "open",
      sales_goods_services: "open",
      cashless_value: "small",
      cashless_orders: "open",
    });
  });
});

describe("what stands in one breakdown", () => {
  test("a small cell takes the smallest one along that hides it, and large ones stay", () => {
    const month = disclose([
      ...sellersIn("c1", 1, 100),
      ...sellersIn("c2", 4, 30),
      ...sellersIn("c3", 4, 200),
      ...sellersIn("c4", 9, 900),
    ]);
    expect(fatesOf(month, "commune")).toEqual(["c1 small", "c2 secondary", "c3 open", "c4 open"]);
    expect(fatesOf(month, "set")).toEqual(["4 open"]);
  });

  test("a partner that leaves one of them with more than 85 % is no partner", () => {
    const month = disclose([
      ...sellersIn("c1", 1, 10_000),
      ...sellersIn("c2", 4, 30),
      ...sellersIn("c3", 4, 900),
      ...sellersIn("c4", 9, 9_000),
    ]);
    expect(fatesOf(month, "commune")).toEqual(["c1 small", "c2 open", "c3 secondary", "c4 open"]);
  });

  test("several partners where one is not enough, the smallest that will do", () => {
    const month = disclose([
      ...sellersIn("c1", 1, 10_000),
      ...sellersIn("c2", 3, 10),
      ...sellersIn("c3", 3, 200),
      ...sellersIn("c4", 3, 300),
      ...sellersIn("c5", 3, 400),
    ]);
    // 1,765 have to stand beside the 10,000: of 600, 900 and 1,200 the first and the last.
    expect(fatesOf(month, "commune")).toEqual([
      "c1 small",
      "c2 open",
      "c3 secondary",
      "c4 open",
      "c5 secondary",
    ]);
  });

  test("small cells that hide one another need no other", () => {
    const small = ["c1", "c2", "c3"].flatMap((commune) => sellersIn(commune, 2, 100));
    const month = disclose([...small, ...sellersIn("c4", 9, 100)]);
    expect(fatesOf(month, "commune")).toEqual(["c1 small", "c2 small", "c3 small", "c4 open"]);
  });

  test("but not where each of them would then have to be one seller", () => {
    const small = ["c1", "c2", "c3"].flatMap((commune) => sellersIn(commune, 1, 100));
    const month = disclose([...small, ...sellersIn("c4", 3, 100), ...sellersIn("c5", 9, 100)]);
    expect(fatesOf(month, "commune")).toContain("c4 secondary");
  });

  test("where nothing helps the breakdown is withheld, its codes too", () => {
    const month = disclose(["c1", "c2", "c3"].flatMap((commune) => sellersIn(commune, 1, 100)));
    expect(month.figures.sales_goods).toBe("open");
    expect(month.withheldDimensions).toEqual(["commune"]);
    const { cells, withheldDimensions } = publicMonthOf(month);
    expect(cells.map(({ dimension }) => dimension)).toEqual(["set", "stars", "method"]);
    expect(withheldDimensions).toEqual(["commune"]);
  });

  test("orders have sellers of their own: a commune of services only is withheld by its orders", () => {
    const month = disclose([
      ...sellersIn("c1", 6, 100),
      ...sellersIn("c2", 4, 100),
      { seller: "stay", commune: "c3", set: 26, sold: 100 },
    ]);
    expect(fatesOf(month, "commune")).toEqual(["c1 open", "c2 secondary", "c3 small"]);
  });

  test("orders of too few are told nowhere, and sales still are", () => {
    const month = disclose([
      ...sellersIn("c1", 3, 100),
      ...sellersIn("c2", 3, 100),
      { seller: "c1-0", sold: 1, orders: 900 },
    ]);
    expect([month.figures.orders, month.figures.cashless_orders]).toEqual(["small", "small"]);
    const { total, cells } = publicMonthOf(month);
    expect([total, ...cells].map(({ orderCount }) => orderCount)).toEqual(
      [total, ...cells].map(() => null),
    );
    expect(total.salesVnd).toBe(601);
    expect(month.total.orderCount).toBe(912); // for the department
  });

  test("cash at the door stays, so that the cashless shares do", () => {
    const sellers = sellersIn("c1", 6, 100);
    const month = disclose([
      ...sellers,
      ...sellers.map((one) => ({ ...one, sold: 300, method: "vietqr" })),
      { seller: "c1-0", sold: 20, method: "card" },
    ]);
    expect(fatesOf(month, "method")).toEqual(["card small", "cod open", "vietqr secondary"]);
    expect(month.figures).toMatchObject({ cashless_value: "open", cashless_orders: "open" });
  });

  test("too little cash goes with the smallest other method, and with it the cashless shares", () => {
    const sellers = sellersIn("c1", 6, 100);
    const month = disclose([
      ...sellers.map((one) => ({ ...one, method: "card" })),
      ...sellers.map((one) => ({ ...one, sold: 300, method: "vietqr" })),
      { seller: "c1-0", sold: 20, method: "cod" },
    ]);
    expect(fatesOf(month, "method")).toEqual(["card secondary", "cod small", "vietqr open"]);
    expect(month.figures).toMatchObject({ cashless_value: "small", cashless_orders: "small" });
  });

  test("goods of too few: no breakdown at all", () => {
    const month = disclose(sellersIn("c1", 2, 100));
    expect(month.withheldDimensions).toEqual(["commune", "set", "stars", "method"]);
    expect(publicMonthOf(month)).toMatchObject({
      total: { salesVnd: null, orderCount: null, sellerCount: null, disclosure: "withheld" },
      cells: [],
    });
    expect(month.total.salesVnd).toBe(200); // for the department
  });
});

describe("what everybody sees", () => {
  const month = disclose([
    ...sellersIn("c1", 1, 1_234_567),
    ...sellersIn("c2", 4, 7_654_321),
    ...sellersIn("c3", 9, 9_000_000),
  ]);

  test("has no trace of a withheld value, nor why it is withheld", () => {
    const shown = JSON.stringify(publicMonthOf(month));
    for (const trace of ["1234567", String(4 * 7_654_321), "small", "secondary", "c1-0"]) {
      expect(shown).not.toContain(trace);
    }
    expect(publicMonthOf(month).cells.slice(0, 3)).toEqual([
      {
        dimension: "commune",
        code: "c1",
        salesVnd: null,
        orderCount: null,
        sellerCount: null,
        disclosure: "withheld",
      },
      expect.objectContaining({ code: "c2", disclosure: "withheld" }),
      expect.objectContaining({
        code: "c3",
        salesVnd: 81_000_000,
        orderCount: 18,
        sellerCount: 9,
        disclosure: "open",
      }),
    ]);
  });

  test("the department sees each value and what the public does not", () => {
    expect(month.cells[0]).toMatchObject({ code: "c1", salesVnd: 1_234_567, disclosure: "small" });
    expect(month.cells[1]).toMatchObject({ code: "c2", disclosure: "secondary" });
  });

  test("does not depend on the order of the rows, and lives through being kept as text", () => {
    const all = [...sellersIn("c3", 9, 100), ...sellersIn("c1", 1, 100), ...sellersIn("c2", 4, 50)];
    expect(disclose(all.toReversed())).toEqual(disclose(all));
    expect(JSON.parse(JSON.stringify(month))).toEqual(month);
  });
});

describe("a revised edition", () => {
  const first = [...sellersIn("c1", 1, 100), ...sellersIn("c2", 4, 50), ...sellersIn("c3", 9, 100)];

  test("keeps withheld what the first withheld, though it has grown", () => {
    const keys = withheldKeysOf(disclose(first));
    expect(keys).toEqual(["commune:c1", "commune:c2"]);
    const grown = [...first, ...["x", "y", "z"].map((seller) => ({ seller, sold: 100 }))];
    expect(fatesOf(disclose(grown), "commune")).toEqual(["c1 open", "c2 open", "c3 open"]);
    expect(fatesOf(disclose(grown, keys), "commune")).toEqual([
      "c1 secondary",
      "c2 secondary",
      "c3 open",
    ]);
  });

  test("a cell that is empty now is still withheld, and never alone", () => {
    const month = disclose(sellersIn("c3", 9, 100).concat(sellersIn("c4", 9, 100)), ["commune:c1"]);
    expect(fatesOf(month, "commune")).toEqual(["c1 secondary", "c3 secondary", "c4 open"]);
  });

  test("a figure and a whole breakdown stay withheld", () => {
    const month = disclose(first, ["services", "stars:*", "cashless_orders", "active_sellers"]);
    expect(month.figures).toMatchObject({
      sales_goods: "open",
      services: "secondary",
      sales_goods_services: "secondary",
      cashless_orders: "secondary",
      active_sellers: "secondary",
    });
    expect(month.withheldDimensions).toEqual(["stars"]);
    expect(withheldKeysOf(month)).toContain("stars:*");
  });

  test("without a service, the cashless share that stays withheld is not told by the breakdown", () => {
    const month = disclose(first, ["cashless_value"]);
    expect(month.figures).toMatchObject({ services: "secondary", cashless_value: "secondary" });
  });

  test("goods that were withheld take every breakdown with them", () => {
    const keys = withheldKeysOf(disclose(sellersIn("c1", 2, 100)));
    const month = disclose(first, keys);
    expect(month.withheldDimensions).toHaveLength(4);
    expect(month.figures.share_goods).toBe("secondary");
  });
});

describe("a revised edition beside the public one", () => {
  /** The second as it is judged when everybody has the first. */
  function revise(first: readonly Sold[], added: readonly Sold[]): DisclosedMonth {
    const withheld = new Set(withheldKeysOf(disclose(first)));
    const published = [{ rows: rowsOf(first), withheld }];
    return discloseMonth(rowsOf([...first, ...added]), { withheld, published });
  }
  const large = [...sellersIn("c2", 4, 1_000), ...sellersIn("c3", 9, 1_000)];
  const few = [...sellersIn("c1", 2, 100), ...large];
  const newcomer: Sold = { seller: "d", commune: "c4", sold: 100 };
  const older = ["c1-0", "c1-1"].map((seller) => ({ seller, commune: "c1", sold: 100 }));

  test("hides the whole breakdown where one small cell alone is new", () => {
    expect(fatesOf(revise(few, []), "commune")).toEqual(["c1 small", "c2 secondary", "c3 open"]);
    const month = revise(few, [newcomer]);
    expect(month.withheldDimensions).toEqual(["commune"]);
    expect(publicMonthOf(month).cells.map(({ dimension }) => dimension)).not.toContain("commune");
    // Beside nothing that is public it hides among what the first withheld.
    expect(disclose([...few, newcomer]).withheldDimensions).toEqual([]);
  });

  test("hides it among cells that became others by other sellers", () => {
    const month = revise(few, [newcomer, ...older, { seller: "e", commune: "c1", sold: 100 }]);
    expect(fatesOf(month, "commune")).toEqual([
      "c1 secondary",
      "c2 secondary",
      "c3 open",
      "c4 small",
    ]);
    expect(month.withheldDimensions).toEqual([]);
  });

  test("takes an open cell that became another too where that is enough", () => {
    const among = ["c3-0", "c3-1"].map((seller) => ({ seller, commune: "c3", sold: 100 }));
    const month = revise(few, [newcomer, ...among, { seller: "f", commune: "c3", sold: 100 }]);
    expect(fatesOf(month, "commune")).toEqual([
      "c1 small",
      "c2 secondary",
      "c3 secondary",
      "c4 small",
    ]);
  });

  test("does not tell by the count of sellers which cell has one more", () => {
    expect(revise(few, [newcomer, ...older]).withheldDimensions).toEqual(["commune"]);
  });

  const unequal = [
    { seller: "a", commune: "c1", sold: 800 },
    { seller: "b", commune: "c1", sold: 60 },
    { seller: "c", commune: "c1", sold: 100 },
    ...large,
  ];
  const comesBack = [
    { seller: "a", commune: "c1", sold: 0, back: 20 },
    { seller: "b", commune: "c1", sold: 0, back: 50 },
    { seller: "c", commune: "c1", sold: 0, back: 60 },
  ];

  test("does not tell one cell that was open, by however many sellers it changed", () => {
    expect(fatesOf(revise(unequal, []), "commune")).toEqual(["c1 open", "c2 open", "c3 open"]);
    expect(disclose([...unequal, ...comesBack]).withheldDimensions).toEqual([]);
    expect(revise(unequal, comesBack).withheldDimensions).toEqual(["commune"]);
  });

  test("does not tell two of them together, of which one seller has nearly all", () => {
    const small = ["c1", "c4"].map((commune) => ({
      seller: `x-${commune}`,
      commune,
      sold: 5,
      orders: 0,
    }));
    const added = [...comesBack, ...small];
    expect(disclose([...unequal, ...added]).withheldDimensions).toEqual([]);
    expect(revise(unequal, added).withheldDimensions).toEqual(["commune"]);
  });

  test("compares with what all public editions tell together", () => {
    const all = ["a", "b", "c", "d"].flatMap((commune) => sellersIn(commune, 3, 100));
    const first = [...all, ...sellersIn("e", 9, 300)];
    const without = (sold: readonly Sold[], ...gone: string[]) =>
      sold.filter(({ seller }) => !gone.includes(seller));
    const second = without(first, "a-1", "a-2", "b-1", "b-2", "c-1", "c-2");
    const third = without(second, "d-1", "d-2");
    const published: { rows: ReturnType<typeof rowsOf>; withheld: Set<string> }[] = [];
    const closed = [first, second, third].map((sold) => {
      const withheld = published.at(-1)?.withheld ?? new Set<string>();
      const month = discloseMonth(rowsOf(sold), { withheld, published });
      published.push({ rows: rowsOf(sold), withheld: new Set(withheldKeysOf(month)) });
      return month.withheldDimensions;
    });
    // In the third d alone became another since the second, which withheld it and which the first told by its d.
    expect(closed).toEqual([[], [], ["commune"]]);
  });

  test("does not tell by what came back the services that it withholds and the first told", () => {
    const goods = sellersIn("a", 5, 100).map((one) => ({ ...one, back: 10 }));
    const guests = ["p", "q", "r"].map((seller) => ({ seller, set: 26, sold: 100 }));
    const left = ["q", "r"].map((seller) => ({ seller, set: 26, sold: 0, back: 97 }));
    expect(revise([...goods, ...guests], []).figures).toMatchObject({ returned: "open" });
    expect(revise([...goods, ...guests], left).figures).toMatchObject({
      services: "small",
      returned: "secondary",
    });
    expect(disclose([...goods, ...guests, ...left]).figures.returned).toBe("open");
  });

  test("judges by orders only what tells orders", () => {
    const many = few.map((one) => (one.seller === "c3-0" ? { ...one, orders: 900 } : one));
    const more = ["c1-0", "c1-1", "x"].map((seller) => ({ seller, commune: "c1", sold: 100 }));
    const month = discloseMonth(rowsOf([...many, ...more, newcomer]), {
      withheld: new Set(withheldKeysOf(disclose(few))),
      published: [{ rows: rowsOf(few), withheld: new Set(withheldKeysOf(disclose(few))) }],
    });
    expect(month.figures.orders).toBe("small");
    expect(month.withheldDimensions).toEqual([]);
  });

  test("compares with nothing in a breakdown that was not public", () => {
    const closed = discloseMonth(rowsOf(few), {
      withheld: new Set(["commune:*"]),
      published: [{ rows: rowsOf(few), withheld: new Set(["commune:*"]) }],
    });
    expect(closed.withheldDimensions).toEqual(["commune"]);
  });
});

test("a month in which nothing was sold tells all of it", () => {
  const month = disclose([]);
  expect(FIGURE_CODES.filter((code) => month.figures[code] !== "open")).toEqual([]);
  expect(month).toMatchObject({ cells: [], withheldDimensions: [] });
  expect(withheldKeysOf(month)).toEqual([]);
});
