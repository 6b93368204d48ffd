import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  formatDate,
  formatInstant,
  isMonth,
  localDateOf,
  monthRange,
  monthsUntil,
  startOfDate,
} from "./period";

describe("localDateOf", () => {
  it.each([
    ["2026-10-31T16:59:59.999Z", "2026-10-31"], // 23:59:59 in Vietnam
    ["2026-10-31T17:00:00.000Z", "2026-11-01"], // midnight in Vietnam
    ["2024-02-28T17:00:00.000Z", "2024-02-29"],
    ["2026-12-31T17:00:00.000Z", "2027-01-01"],
  ])("%s is %s", (utc, date) => {
    expect(localDateOf(Date.parse(utc))).toBe(date);
  });
});

it("starts a day where the day before ends", () => {
  expect(startOfDate("2026-11-01")).toBe(Date.parse("2026-10-31T17:00:00Z"));
  expect(localDateOf(startOfDate("2026-11-01") - 1)).toBe("2026-10-31");
});

it("makes half-open months", () => {
  const october = monthRange("2026-10");
  const november = monthRange("2026-11");
  expect(october.to).toBe(november.from);
  expect(localDateOf(november.from)).toBe("2026-11-01");
});

it("counts months over the turn of the year", () => {
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(monthsUntil("2026-01", 3)).toEqual(["2025-11", "2025-12", "2026-01"]);
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
});

it.each([
  ["2026-13", false],
  ["2026-00", false],
  ["2026-1", false],
  ["2026-01", true],
  ["1999-01", false],
])("knows that %s is a month: %s", (text, expected) => {
  expect(isMonth(text)).toBe(expected);
});

it("writes dates the Vietnamese way", () => {
  expect(formatDate("2026-11-02")).toBe("02/11/2026");
  expect(formatInstant(Date.parse("2026-11-02T01:05:00Z"))).toBe("08:05 02/11/2026");
});
