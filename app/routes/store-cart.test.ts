import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { inTransaction } from "~/platform/db.server";
import { cartText, type CartLine } from "~/web/cart-text";
import * as cartDoor from "./_store.cart";
import * as cartItemsDoor from "./_store.cart_.items";
import { honey, wine, args, cartAfter, responseOf, setUpBuyer } from "./test-buyer";

setUpBuyer();

describe("POST /cart/items", () => {
  const add = (form: Record<string, string>, cart: CartLine[] = []) =>
    responseOf(cartItemsDoor.action(args("/cart/items", { form, cart })));

  it("puts packs into the cart, and more of the same", async () => {
    const first = await add({ productId: honey, quantity: "2" });
    expect(first.status).toBe(303);
    expect(first.headers.get("Location")).toMatch(/^\/cart\?added=/);
    const second = await add({ productId: honey, quantity: "997" }, cartAfter(first));
    expect(cartAfter(second)).toEqual([{ productId: honey, quantity: 999, seenVnd: 185_000 }]);
  });

  it.each([
    [{ quantity: "0" }, "quantity_invalid"],
    [{ quantity: "1.5" }, "quantity_invalid"],
    [{ quantity: "1000" }, "quantity_invalid"],
    [{}, "quantity_invalid"],
    [{ productId: `prd_${"0".repeat(32)}`, quantity: "1" }, "product_unknown"],
    [{ productId: "'; drop table products", quantity: "1" }, "product_unknown"],
  ])("refuses %j: %s", async (form, code) => {
    const response = await add({ productId: honey, ...form });
    expect(response.headers.get("Location")).toBe(`/cart?problem=${code}`);
    expect(response.headers.has("Set-Cookie")).toBe(false);
  });

  it("refuses one too many of the same, and what is not on sale", async () => {
    const full = await add({ productId: honey, quantity: "1" }, [
      { productId: honey, quantity: 999 },
    ]);
    expect(full.headers.get("Location")).toBe("/cart?problem=quantity_invalid");
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, honey));
    });
    const gone = await add({ productId: honey, quantity: "1" });
    expect(gone.headers.get("Location")).toBe("/cart?problem=product_unavailable");
  });

  it("sends a visitor who opens the address to the cart, in their language", () => {
    const response = cartItemsDoor.loader(args("/cart/items", { language: "en" }));
    expect(response.headers.get("Location")).toBe("/en/cart");
  });
});

describe("the cart", () => {
  const cart = () => [{ productId: honey, quantity: 2 }];

  it("changes, and goes on to the checkout", async () => {
    const form = { [`quantity.${honey}`]: "3", intent: "checkout" };
    const response = await responseOf(cartDoor.action(args("/cart", { form, cart: cart() })));
    expect(response.headers.get("Location")).toBe("/checkout");
    expect(cartAfter(response)).toEqual([{ productId: honey, quantity: 3 }]);
  });

  it("keeps what was typed where a number is wrong", async () => {
    const form = { [`quantity.${honey}`]: "hai", intent: "checkout" };
    const answer = await cartDoor.action(args("/cart", { form, cart: cart() }));
    expect(answer).toMatchObject({
      data: { typed: { [honey]: "hai" }, refused: [honey] },
      init: { status: 400 },
    });
  });

  it("says per line from what its price has changed, until its owner goes on", async () => {
    const changed = [{ productId: honey, quantity: 2, seenVnd: 160_000 }];
    const open = (lines: CartLine[]) => cartDoor.loader(args("/cart", { cart: lines }));
    const changes = async (lines: CartLine[]) =>
      (await open(lines)).data.quote.lines.map((line) => line.changedFromVnd);
    expect(await changes(changed)).toEqual([160_000]);
    expect(await changes(cart())).toEqual([null]);
    const again = await responseOf(
      cartItemsDoor.action(
        args("/cart/items", { form: { productId: honey, quantity: "1" }, cart: changed }),
      ),
    );
    expect(await changes(cartAfter(again))).toEqual([160_000]);
    const shown = cartText([{ productId: honey, quantity: 2, seenVnd: 185_000 }]);
    const form = { [`quantity.${honey}`]: "2", shown };
    const response = await responseOf(cartDoor.action(args("/cart", { form, cart: changed })));
    expect(cartAfter(response)).toEqual([{ productId: honey, quantity: 2, seenVnd: 185_000 }]);
  });

  it("says per line what is short or gone", async () => {
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, wine));
    });
    const lines = [
      { productId: honey, quantity: 11 },
      { productId: wine, quantity: 1 },
      { productId: `prd_${"0".repeat(32)}`, quantity: 1 },
    ];
    const { data: page } = await cartDoor.loader(args("/cart", { cart: lines }));
    expect(page.isLineGone).toBe(true);
    expect(page.quote.lines.map((line) => [line.problem, line.availableCount])).toEqual([
      ["not_enough_stock", 10],
      ["product_unavailable", 10],
    ]);
  });
});
