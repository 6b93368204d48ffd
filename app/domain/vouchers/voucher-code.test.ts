import { expect, it } from "vitest";
import { randomBytes } from "~/platform/ids";
import { generateVoucherCode, normaliseVoucherCode } from "./voucher-code";

it.each([
  ["OCOP2026", "OCOP2026"],
  ["ocop 2026", "OCOP2026"],
  [" o.c-o–p—2_0\t2 6 ", "OCOP2026"],
  ["abcd", "ABCD"],
  ["A".repeat(16), "A".repeat(16)],
  ["abc", null],
  ["A".repeat(17), null],
  ["", null],
  ["----", null],
  ["đặc sản 26", "DACSAN26"],
  ["nhiêu50", "NHIEU50"],
  ["OCOP2026'", null],
  ["ＯＣＯＰ", null],
])("reads %j as %j", (typed, code) => {
  expect(normaliseVoucherCode(typed)).toBe(code);
});

it("makes codes of eight symbols that can be read out, none of them rare, and reads them back", () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 5_000; i += 1) {
    const code = generateVoucherCode(randomBytes);
    expect(code).toMatch(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/);
    expect(normaliseVoucherCode(code.toLowerCase())).toBe(code);
    for (const symbol of code) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  expect(counts.size).toBe(31);
  // 40,000 symbols: 1,290 of each, give or take 35.
  for (const count of counts.values()) expect(Math.abs(count - 1_290)).toBeLessThan(240);
});

it("leaves out bytes above the last whole round, and goes on with more", () => {
  const given = [Uint8Array.of(255, 254, 253, 252, 251, 250, 249, 248), new Uint8Array(8)];
  expect(generateVoucherCode(() => given.shift() ?? new Uint8Array(8))).toBe("22222222");
});
