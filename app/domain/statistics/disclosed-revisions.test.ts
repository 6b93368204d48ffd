import { describe, expect, test } from "vitest";
import {
  discloseMonth,
  publicMonthOf,
  withheldKeysOf,
  type DisclosedMonth,
} from "./disclosed-month";
import { disclose, fatesOf, rowsOf, sellersIn, type Sold } from "./test-sold";

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
