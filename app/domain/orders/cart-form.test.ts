import { describe, expect, it } from "vitest";
import { readCartForm } from "./cart-form";

const A = `prd_${"0a".repeat(16)}`;
const B = `prd_${"0b".repeat(16)}`;
const CART = [
  { productId: A, quantity: 2 },
  { productId: B, quantity: 3 },
];

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("readCartForm", () => {
  it("changes quantities", () => {
    expect(
      readCartForm(CART, form({ [`quantity.${A}`]: "5", [`quantity.${B}`]: "999" })),
    ).toMatchObject({
      lines: [
        { productId: A, quantity: 5 },
        { productId: B, quantity: 999 },
      ],
      refused: [],
    });
  });

  it.each(["0", ""])("takes a line out for %j", (text) => {
    expect(readCartForm(CART, form({ [`quantity.${A}`]: text })).lines).toEqual([
      { productId: B, quantity: 3 },
    ]);
  });

  it("takes out the product whose button was pressed, whatever its number says", () => {
    const change = readCartForm(CART, form({ [`quantity.${A}`]: "x", remove: A }));
    expect(change).toMatchObject({ lines: [{ productId: B, quantity: 3 }], refused: [] });
  });

  it.each(["1000", "-1", "1.5", "2 ", "1e2", "0x1", "hai", "00"])(
    "refuses %j and says so",
    (text) => {
      expect(readCartForm(CART, form({ [`quantity.${A}`]: text }))).toEqual({
        lines: CART,
        typed: { [A]: text },
        refused: [A],
      });
    },
  );

  it("ignores products that the cart does not have, and names that are none", () => {
    const more = {
      [`quantity.prd_${"0c".repeat(16)}`]: "1",
      "quantity.__proto__": "1",
      quantity: "1",
    };
    expect(readCartForm(CART, form(more))).toMatchObject({ lines: CART, refused: [] });
    expect(readCartForm([], form({ [`quantity.${A}`]: "1" }))).toMatchObject({
      lines: [],
      refused: [],
    });
  });
});
