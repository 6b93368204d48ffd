import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStatementAmount } from "./parse-statement-amount";

describe("an amount of a bank's file", () => {
  it.each([
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["+1 234 567", 1_234_567],
    ["1234567.00", 1_234_567],
    ["1234567,00", 1_234_567],
    ["1.234.567,00 VND", 1_234_567],
    ["1,234,567.00", 1_234_567],
    ["-50.000", -50_000],
    ["−50.000", -50_000],
    ["50.000đ", 50_000],
    ["1\u00a0234\u00a0567", 1_234_567],
    ["0", 0],
    ["0.00", 0],
    ["9.999.999.999.999", 9_999_999_999_999],
  ])("%s is %i đồng", (cell, amount) => {
    expect(parseStatementAmount(cell)).toEqual({ ok: true, value: amount });
  });

  it.each(["", "  ", "-", "–", "\u00a0"])("%j is nothing", (cell) => {
    expect(parseStatementAmount(cell)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["1,5", "amount_fraction"],
    ["1.234.567,50", "amount_fraction"],
    ["1234.5", "amount_fraction"],
    ["1e5", "amount_unreadable"],
    ["0x10", "amount_unreadable"],
    ["1.234,567", "amount_unreadable"],
    ["1.23.456", "amount_unreadable"],
    ["12 34", "amount_unreadable"],
    ["0123", "amount_unreadable"],
    ["(50.000)", "amount_unreadable"],
    ["--5", "amount_unreadable"],
    ["=1+1", "amount_unreadable"],
    ["NaN", "amount_unreadable"],
    ["1.000 USD", "amount_unreadable"],
    ["١٢٣", "amount_unreadable"],
    ["10.000.000.000.000", "amount_too_large"],
    ["10000000000000", "amount_too_large"],
    ["9".repeat(400), "amount_too_large"],
  ])("%s is refused: %s", (cell, code) => {
    expect(parseStatementAmount(cell)).toMatchObject({ ok: false, code });
  });

  it("reads what any bank prints of any amount, and nothing else of it", () => {
    const group = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }),
        fc.constantFrom(".", ",", " ", ""),
        fc.boolean(),
        fc.constantFrom("", " VND", "đ"),
        (amount, mark, hasDecimals, currency) => {
          const decimals = hasDecimals ? (mark === "," ? ".00" : ",00") : "";
          const text = group(String(Math.abs(amount)), mark) + decimals + currency;
          const cell = amount < 0 ? `-${text}` : text;
          expect(parseStatementAmount(cell)).toEqual({
            ok: true,
            value: amount === 0 ? 0 : amount,
          });
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const read = parseStatementAmount(cell);
        if (read.ok && read.value !== null) expect(cell.replaceAll(/\D/g, "")).not.toBe("");
      }),
    );
  });
});
