import { describe, expect, test } from "vitest";
import { publicMonthOf, withheldKeysOf } from "./disclosed-month";
import { FIGURE_CODES } from "./figure-codes";
import { disclose, fatesOf, sellersIn } from "./test-sold";

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

test("a month in which nothing was sold tells all of it", () => {
  const month = disclose([]);
  expect(FIGURE_CODES.filter((code) => month.figures[code] !== "open")).toEqual([]);
  expect(month).toMatchObject({ cells: [], withheldDimensions: [] });
  expect(withheldKeysOf(month)).toEqual([]);
});
