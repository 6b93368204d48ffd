import { expect, it } from "vitest";
import { closingOn, closureOn, closureWithin, reopensOn } from "./shop-closure";

const tet = { from: "2027-02-03", until: "2027-02-10" };

it.each([
  ["2027-01-26", "planned"],
  ["2027-01-27", "near"],
  ["2027-02-02", "near"],
  ["2027-02-03", "closed"],
  ["2027-02-10", "closed"],
  ["2027-02-11", null],
] as const)("on %s it is %s", (day, standing) => {
  expect(closureOn(tet, day)).toBe(standing);
  const isTold = standing === "closed" || standing === "near";
  const closing = isTold ? { ...tet, isClosed: standing === "closed" } : null;
  expect(closingOn(tet, day)).toEqual(closing);
});

it("is over on the day after, and none is none", () => {
  expect(reopensOn(tet)).toBe("2027-02-11");
  expect(closureOn(null, "2027-02-03")).toBeNull();
  expect(closingOn(null, "2027-02-03")).toBeNull();
});

it.each([
  ["2027-01-20", "2027-02-02", false],
  ["2027-01-20", "2027-02-03", true],
  ["2027-02-05", "2027-02-06", true],
  ["2027-01-20", "2027-03-01", true],
  ["2027-02-10", "2027-02-20", true],
  ["2027-02-11", "2027-02-20", false],
])("from %s to %s: it is within those days: %s", (fromOn, toOn, isWithin) => {
  const days = { fromOn, toOn };
  expect(closureWithin(tet, days, "2027-01-01")).toEqual(isWithin ? tet : null);
  expect(closureWithin(tet, days, tet.until)).toEqual(isWithin ? tet : null);
  expect(closureWithin(tet, days, "2027-02-11")).toBeNull();
  expect(closureWithin(null, days, "2027-01-01")).toBeNull();
});
