import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvariantError } from "~/platform/invariant";
import { randomBytes } from "~/platform/ids";
import {
  ORDER_REFERENCE_SYMBOLS as SYMBOLS,
  buildOrderReference,
  generateOrderReference,
  isOrderReference,
  normaliseOrderReference,
} from "./order-reference";

const indexes = fc.array(fc.nat({ max: 28 }), { minLength: 6, maxLength: 6 });
const ANY = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

const replaced = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + 1);
const swapped = (text: string, i: number, j: number) =>
  replaced(replaced(text, i, text.charAt(j)), j, text.charAt(i));

/** Six indexes whose first two are given and whose check symbol has the given index at the end. */
function referencesWith(position: number, left: string, right: string): string[] {
  const found: string[] = [];
  for (let other = 0; other < 29 * 29; other += 1) {
    const six = [
      other % 29,
      Math.floor(other / 29),
      other % 29,
      Math.floor(other / 29),
      other % 29,
      Math.floor(other / 29),
    ];
    if (position < 6) six[position] = SYMBOLS.indexOf(left);
    if (position + 1 < 6) six[position + 1] = SYMBOLS.indexOf(right);
    const reference = buildOrderReference(six);
    if (reference.charAt(position + 2) === left && reference.charAt(position + 3) === right)
      found.push(reference);
    if (found.length === 2) break;
  }
  return found;
}

describe("alphabet and form", () => {
  test("has 29 symbols, none that is mistaken for another", () => {
    expect(new Set(SYMBOLS).size).toBe(29);
    expect(SYMBOLS).not.toMatch(/[01OILSU]/);
  });

  test("stays as it was printed on orders already made", () => {
    expect(buildOrderReference([0, 0, 0, 0, 0, 0])).toBe("UQ2222222");
    expect(buildOrderReference([0, 1, 2, 3, 4, 5])).toBe("UQ234567Y");
    expect(buildOrderReference([28, 28, 28, 28, 28, 28])).toBe("UQZZZZZZ4");
  });

  test.each([
    [[]],
    [[1, 2, 3, 4, 5]],
    [[1, 2, 3, 4, 5, 6, 7]],
    [[29, 0, 0, 0, 0, 0]],
    [[-1, 0, 0, 0, 0, 0]],
    [[0.5, 0, 0, 0, 0, 0]],
    [[Number.NaN, 0, 0, 0, 0, 0]],
  ])("throws on %j", (six) => expect(() => buildOrderReference(six)).toThrow(InvariantError));

  test("is what it builds, and nothing around it", () => {
    fc.assert(
      fc.property(indexes, (six) => {
        const reference = buildOrderReference(six);
        expect(isOrderReference(reference)).toBe(true);
        for (const text of [
          reference.toLowerCase(),
          ` ${reference}`,
          `${reference}\n`,
          `${reference}2`,
          reference.slice(0, -1),
          reference.slice(2),
        ]) {
          expect(isOrderReference(text)).toBe(false);
        }
      }),
    );
  });

  test("exactly one check symbol in 29 fits", () => {
    fc.assert(
      fc.property(indexes, (six) => {
        const stem = buildOrderReference(six).slice(0, -1);
        expect(SYMBOLS.split("").filter((symbol) => isOrderReference(stem + symbol))).toHaveLength(
          1,
        );
      }),
    );
  });
});

describe("the check symbol catches", () => {
  test("every single substitution: each position, each pair of symbols", () => {
    // The sum is linear, so what the other symbols are does not matter; two of each are tried nevertheless.
    for (let position = 0; position < 6; position += 1) {
      for (const base of [0, 17]) {
        for (let index = 0; index < 29; index += 1) {
          const six = Array.from({ length: 6 }, () => base);
          six[position] = index;
          const reference = buildOrderReference(six);
          for (const other of ANY.filter((symbol) => symbol !== SYMBOLS.charAt(index))) {
            expect(isOrderReference(replaced(reference, position + 2, other))).toBe(false);
          }
        }
      }
    }
  });

  test("every swap of neighbours: each place, each pair of symbols, the check symbol included", () => {
    let triedCount = 0;
    for (let position = 0; position < 6; position += 1) {
      for (const left of SYMBOLS) {
        for (const right of SYMBOLS) {
          if (left === right) continue;
          const references = referencesWith(position, left, right);
          expect(references).toHaveLength(2);
          for (const reference of references) {
            expect(isOrderReference(reference)).toBe(true);
            expect(isOrderReference(swapped(reference, position + 2, position + 3))).toBe(false);
            triedCount += 1;
          }
        }
      }
    }
    expect(triedCount).toBe(6 * 29 * 28 * 2);
  });

  test("in any reference, any character changed and any two swapped, the prefix included", () => {
    fc.assert(
      fc.property(indexes, (six) => {
        const reference = buildOrderReference(six);
        for (let i = 0; i < 9; i += 1) {
          for (const other of ANY)
            if (other !== reference.charAt(i))
              expect(isOrderReference(replaced(reference, i, other))).toBe(false);
          for (let j = i + 1; j < 9; j += 1) {
            const damaged = swapped(reference, i, j);
            if (damaged !== reference) expect(isOrderReference(damaged)).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("generates", () => {
  test("a valid reference from the real source, hardly ever the same", () => {
    const references = Array.from({ length: 2_000 }, () => generateOrderReference(randomBytes));
    for (const reference of references) expect(isOrderReference(reference)).toBe(true);
    expect(new Set(references).size).toBeGreaterThan(1_990);
  });

  test("every symbol from as many bytes as every other: those past 231 are thrown away", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 232; byte += 1) {
      const symbol = generateOrderReference((count) => new Uint8Array(count).fill(byte)).charAt(2);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 29 }, () => 8));
    const stream = [250, 0, 255, 1, 232, 2, 3, 240, 4, 5];
    let at = 0;
    const source = (count: number) => Uint8Array.from({ length: count }, () => stream[at++] ?? 0);
    expect(generateOrderReference(source)).toBe(buildOrderReference([0, 1, 2, 3, 4, 5]));
  });

  test("nothing from a broken source, and does not wait for it for ever", () => {
    for (const broken of [
      (count: number) => new Uint8Array(count).fill(255),
      () => new Uint8Array(0),
    ]) {
      expect(() => generateOrderReference(broken)).toThrow(InvariantError);
    }
  });
});

describe("what a person types", () => {
  const reference = buildOrderReference([0, 1, 2, 3, 4, 5]);

  test.each([
    "UQ234567Y",
    "uq234567y",
    " UQ 234 567 Y ",
    "uq-234-567-y",
    "UQ.234.567.Y",
    "UQ_234567Y",
    "UQ\u00a0234567Y",
    "\tUQ234567Y\r\n",
  ])("%j is understood", (text) => expect(normaliseOrderReference(text)).toBe(reference));

  test.each([
    "",
    "UQ",
    "234567Y",
    "UQ234567",
    "UQ234567W",
    "UQ2345671",
    "UQ234567Y2",
    "UQ234567Y UQ234567Y",
    "#UQ234567Y",
    "ủq234567y",
    "UQ234567Y" + " ".repeat(100),
    "UQ2ﬀ567P",
    "UＱ234567Y",
  ])("%j is not", (text) => expect(normaliseOrderReference(text)).toBeNull());
});
