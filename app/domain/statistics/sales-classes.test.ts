import fc from "fast-check";
import { expect, it } from "vitest";
import { vnd } from "~/platform/money";
import { classOf, salesClasses } from "./sales-classes";

const of = (...sales: number[]) =>
  salesClasses(sales.map(vnd)).map(({ fromVnd, toVnd }) => [fromVnd, toVnd]);

it("makes five classes of as many communes each, by what they sold", () => {
  expect(of(10, 1, 9, 2, 8, 3, 7, 4, 6, 5)).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
    [9, 10],
  ]);
});

it("has no more classes than there are different sales, and none for nothing", () => {
  expect(of(7, 7, 7)).toEqual([[7, 7]]);
  expect(of(1, 5)).toEqual([
    [1, 1],
    [5, 5],
  ]);
  expect(of(0, -3)).toEqual([]);
});

it("keeps the same sales together, where classes would else be more even", () => {
  expect(of(1, 1, 1, 1, 1, 1, 2, 3, 4)).toEqual([
    [1, 1],
    [2, 2],
    [3, 4],
  ]);
});

it("puts every commune with sales into exactly one class, the lowest first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 60 }), (typed) => {
      const sales = typed.map(vnd);
      const classes = salesClasses(sales);
      expect(classes.length).toBeLessThanOrEqual(5);
      const ends = classes.flatMap(({ fromVnd, toVnd }) => [fromVnd, toVnd]);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      for (const one of sales) expect(classOf(classes, one) >= 0).toBe(one > 0);
      for (const { fromVnd, toVnd } of classes) {
        expect([sales.includes(fromVnd), sales.includes(toVnd)]).toEqual([true, true]);
      }
    }),
  );
});
