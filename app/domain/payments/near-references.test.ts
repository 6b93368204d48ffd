import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearReferences } from "./near-references";
import { buildOrderReference, ORDER_REFERENCE_SYMBOLS } from "./order-reference";

const reference = fc
  .array(fc.integer({ min: 0, max: 28 }), { minLength: 6, maxLength: 6 })
  .map((indexes) => buildOrderReference(indexes));

describe("what a memo may have meant", () => {
  test("case 49: of one wrong symbol the right reference is among what is suggested", () => {
    const slip = fc.record({
      reference,
      at: fc.integer({ min: 2, max: 8 }),
      symbol: fc.constantFrom(...Array.from(`${ORDER_REFERENCE_SYMBOLS}0O1ILS`)),
    });
    fc.assert(
      fc.property(slip, ({ reference: meant, at, symbol }) => {
        fc.pre(meant[at] !== symbol);
        const typed = meant.slice(0, at) + symbol + meant.slice(at + 1);
        expect(nearReferences(`MBVCB.123.${typed}.CT tu`).candidates).toContain(meant);
      }),
    );
  });

  test("two neighbours swapped", () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 2, max: 7 }), (meant, at) => {
        const [one, two] = [meant.charAt(at), meant.charAt(at + 1)];
        fc.pre(one !== two);
        const typed = meant.slice(0, at) + two + one + meant.slice(at + 2);
        expect(nearReferences(typed).candidates).toContain(meant);
      }),
    );
  });

  test("case 47: of a code that was cut, its beginning", () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 5, max: 8 }), (meant, length) => {
        expect(nearReferences(`thanh toan ${meant.slice(0, length)}`).beginnings).toContain(
          meant.slice(0, length),
        );
      }),
    );
    expect(nearReferences("UQ7").beginnings).toEqual([]);
  });

  test("nothing of a memo that holds none, or is no memo", () => {
    const none = { candidates: [], beginnings: [] };
    expect(nearReferences("chuyen tien mua mat ong")).toEqual(none);
    expect(nearReferences(`${"x".repeat(600)}UQ7K3M`)).toEqual(none);
  });
});
