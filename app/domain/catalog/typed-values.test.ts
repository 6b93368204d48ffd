import { describe, expect, it } from "vitest";
import { parseTypedCount, parseTypedDay, parseTypedVnd } from "./typed-values";

describe("parseTypedVnd", () => {
  it.each([
    ["185000", 185_000],
    ["185.000", 185_000],
    ["185,000", 185_000],
    ["185 000", 185_000],
    [" 185.000 đ ", 185_000],
    ["185.000đồng", 185_000],
    ["1.250.000 ₫", 1_250_000],
    ["60 nghìn", 60_000],
    ["60 ngàn", 60_000],
    ["60k", 60_000],
    ["60 K đồng", 60_000],
    ["1.250 nghìn", 1_250_000],
    ["1,2 triệu", 1_200_000],
    ["1.25 triệu đồng", 1_250_000],
    ["2tr", 2_000_000],
    ["0", 0],
    ["999999999999", 999_999_999_999],
  ])("reads %s", (text, amount) => {
    expect(parseTypedVnd(text)).toBe(amount);
  });

  it.each([
    "",
    " ",
    "1.5",
    "1,25",
    "1e5",
    "0x10",
    "-1",
    "+1",
    "185.00",
    "1,5k",
    "mười nghìn",
    "nghìn",
    "k",
    "1,234 triệu",
    "-1 triệu",
    "999999999999 nghìn",
    "1.250,000",
    "18 5000",
    "NaN",
  ])("refuses %s", (text) => {
    expect(parseTypedVnd(text)).toBeNull();
  });

  it("refuses more digits than any price has", () => {
    expect(parseTypedVnd("1000000000000")).toBeNull();
  });
});

describe("parseTypedCount", () => {
  it("takes whole numbers only", () => {
    expect(parseTypedCount("1.000")).toBe(1_000);
    expect(parseTypedCount("007")).toBe(7);
    expect(parseTypedCount("2.5")).toBeNull();
    expect(parseTypedCount("hai")).toBeNull();
  });
});

describe("parseTypedDay", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    ["22/11/2026", "2026-11-22"],
    ["1.2.2027", "2027-02-01"],
    ["2028-02-29", "2028-02-29"],
  ])("reads %s", (text, day) => {
    expect(parseTypedDay(text)).toBe(day);
  });

  it.each([
    "",
    "2026-02-29",
    "31/04/2026",
    "2026-13-01",
    "0/1/2026",
    "22/11/26",
    "1999-12-31",
    "2101-01-01",
  ])("refuses %s", (text) => {
    expect(parseTypedDay(text)).toBeNull();
  });
});
