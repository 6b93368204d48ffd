import { expect, it } from "vitest";
import { closingOn, closureOn, closureOver, reopensOn } from "./shop-closure";

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
  ["2027-01-20", "2027-02-03", false],
  ["2027-02-02", "2027-02-10", false],
  ["2027-02-03", "2027-02-10", true],
  ["2027-02-05", "2027-02-06", true],
  ["2027-02-03", "2027-02-11", false],
  ["2027-02-10", "2027-02-10", true],
  ["2027-02-11", "2027-02-20", false],
])("from %s to %s: it leaves none of these days: %s", (fromOn, toOn, isOver) => {
  const days = { fromOn, toOn };
  expect(closureOver(tet, days, "2027-01-01")).toEqual(isOver ? tet : null);
  expect(closureOver(null, days, "2027-01-01")).toBeNull();
});

it("leaves none of a harvest's days that is half over, where the rest are within it", () => {
  const days = { fromOn: "2027-01-20", toOn: "2027-02-08" };
  expect(closureOver(tet, days, "2027-02-02")).toBeNull();
  expect(closureOver(tet, days, "2027-02-03")).toEqual(tet);
  expect(closureOver(tet, days, days.toOn)).toEqual(tet);
  expect(closureOver(tet, days, "2027-02-09")).toBeNull();
});
