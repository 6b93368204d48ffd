import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { checkouts } from "~db/schema/orders";
import { cartText } from "~/web/cart-text";
import { insertTestHousehold, insertTestProduct, TEST_SHOP } from "~/domain/flows/test-shop";
import { inTransaction, reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import * as checkoutDoor from "./_store.checkout";
import { honey, wine, args, cartAfter, responseOf, setUpBuyer } from "./test-buyer";

setUpBuyer();

// 2 x 185,000 and shipping of 1,400 g in the province: 18,000 and two further steps of 4,000.
const TOTAL = 396_000;

describe("the checkout", () => {
  const form = (change: Record<string, string> = {}) => ({
    buyerName: "Nguyễn Thị Mẫu",
    buyerPhone: "+84 987 654 321",
    provinceCode: TEST_SHOP.provinceCode,
    communeCode: TEST_SHOP.communeCode,
    addressLine: "Thôn Mẫu",
    note: "",
    method: "vietqr",
    submissionKey: newToken(),
    expectedTotalVnd: String(TOTAL),
    ...change,
  });
  const submit = (fields: Record<string, string>, quantity = 2) =>
    checkoutDoor.action(
      args("/checkout", { form: fields, cart: [{ productId: honey, quantity }] }),
    );
  const placed = () => reader().select().from(checkouts);

  it("places the order, empties the cart and leads to the order's page", async () => {
    const response = await responseOf(submit(form()));
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toMatch(/^\/orders\/UQ[A-Z0-9]{7}\?key=[\w-]{22}$/);
    expect(response.headers.get("Set-Cookie")).toMatch(/^cart=; .*Max-Age=0/);
    expect(await placed()).toMatchObject([{ buyerPhone: "0987654321", totalVnd: TOTAL }]);
  });

  it("sent twice places one order, even when the cart is empty the second time", async () => {
    const fields = form();
    const first = await responseOf(submit(fields));
    const again = await responseOf(checkoutDoor.action(args("/checkout", { form: fields })));
    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(await placed()).toHaveLength(1);
  });

  it("sent again later leaves in the cart what that order does not have", async () => {
    const fields = form({ isAdult: "on" });
    await responseOf(submit(fields));
    const cart = [
      { productId: honey, quantity: 2 },
      { productId: wine, quantity: 3 },
    ];
    const again = await responseOf(checkoutDoor.action(args("/checkout", { form: fields, cart })));
    expect(cartAfter(again)).toEqual([{ productId: wine, quantity: 3 }]);
    expect(again.headers.get("Location")).toMatch(
      /^\/orders\/UQ[A-Z0-9]{7}\?key=[\w-]{22}&repeated=1$/,
    );
    expect(await placed()).toHaveLength(1);
  });

  it("asks of a stay for its day and for no house, and of goods for the house", async () => {
    const householdId = await insertTestHousehold();
    const stay = await insertTestProduct({ householdId, ocopSet: 26, priceVnd: 400_000 });
    const buy = (change: Record<string, string>) =>
      checkoutDoor.action(
        args("/checkout", {
          form: form({ expectedTotalVnd: "400000", addressLine: "", ...change }),
          cart: [{ productId: stay, quantity: 1 }],
        }),
      );
    expect(await buy({})).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { note: ["service_day_missing"] } } },
    });
    const booked = await responseOf(buy({ note: "Thứ bảy 5/12, 4 người" }));
    expect(booked.status).toBe(303);
    expect(await placed()).toMatchObject([{ addressLine: "", note: "Thứ bảy 5/12, 4 người" }]);
    expect(await submit(form({ addressLine: "" }))).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { addressLine: ["address_missing"] } } },
    });
  });

  it("brings the communes of another province and keeps what was typed", async () => {
    const answer = await submit({
      buyerName: "Nguyễn",
      buyerPhone: "12",
      provinceCode: TEST_SHOP.elsewhereProvinceCode,
      intent: "choose_province",
    });
    expect(answer).toMatchObject({
      init: { status: 200 },
      data: {
        submission: { initialValue: { buyerName: "Nguyễn", buyerPhone: "12" } },
        page: {
          places: {
            provinceCode: TEST_SHOP.elsewhereProvinceCode,
            communes: [{ code: TEST_SHOP.elsewhereCommuneCode }],
          },
          quote: { shippingVnd: 44_000 }, // 30,000 and two further steps of 7,000
        },
      },
    });
    expect(await placed()).toEqual([]);
  });

  it.each([
    [{ buyerName: " " }, 400, { buyerName: ["full_name_missing"] }],
    [{ buyerPhone: "0123" }, 400, { buyerPhone: ["phone_invalid"] }],
    [{ communeCode: "" }, 400, { communeCode: ["commune_missing"] }],
    [
      { communeCode: TEST_SHOP.elsewhereCommuneCode },
      400,
      { communeCode: ["commune_not_in_province"] },
    ],
    [{ communeCode: "99999" }, 400, { communeCode: ["commune_unknown"] }],
    [{ method: "cheque" }, 400, { method: ["method_unknown"] }],
    [{ expectedTotalVnd: "1e5" }, 400, { expectedTotalVnd: ["form_outdated"] }],
  ])("refuses %j at its field and keeps the rest", async (change, status, error) => {
    const fields = form(change);
    expect(await submit(fields)).toMatchObject({
      init: { status },
      data: {
        submission: { error, initialValue: { addressLine: "Thôn Mẫu" } },
        page: { submissionKey: fields.submissionKey },
      },
    });
    expect(await placed()).toEqual([]);
  });

  it("gives a form with a broken key a new one", async () => {
    const answer = await submit(form({ submissionKey: "0".repeat(31) }));
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { submissionKey: ["form_outdated"] } } },
    });
    const { page } = "data" in answer ? answer.data : {};
    expect(page?.submissionKey).toMatch(/^[0-9a-f]{32}$/);
  });

  it("asks again when the total is not the one the buyer saw", async () => {
    expect(await submit(form({ expectedTotalVnd: "1" }))).toMatchObject({
      init: { status: 409 },
      data: {
        failure: { code: "total_changed" },
        submission: { initialValue: { buyerName: "Nguyễn Thị Mẫu" } },
        page: { quote: { totalVnd: TOTAL } },
      },
    });
    expect(await placed()).toEqual([]);
  });

  it("names the line whose price has changed since the page, and takes the new price then", async () => {
    const fields = form();
    const buy = (seenVnd: number, expectedTotalVnd = TOTAL) => {
      const cart = [{ productId: honey, quantity: 2, seenVnd: 185_000 }];
      const shown = cartText([{ productId: honey, quantity: 2, seenVnd }]);
      return checkoutDoor.action(
        args("/checkout", {
          form: { ...fields, shown, expectedTotalVnd: String(expectedTotalVnd) },
          cart,
        }),
      );
    };
    expect(await buy(200_000, TOTAL + 30_000)).toMatchObject({
      init: { status: 409 },
      data: {
        failure: { code: "price_changed" },
        page: { quote: { lines: [{ changedFromVnd: 200_000, unitPriceVnd: 185_000 }] } },
      },
    });
    expect(await placed()).toEqual([]);
    expect((await responseOf(buy(185_000))).status).toBe(303);
  });

  it("says what is short", async () => {
    expect(await submit(form(), 11)).toMatchObject({
      init: { status: 409 },
      data: { failure: { code: "not_enough_stock", detail: { availableCount: 10 } } },
    });
    expect(await placed()).toEqual([]);
  });

  it("orders what is known of a cart, and nothing when that is nothing", async () => {
    const never = { productId: `prd_${"0".repeat(32)}`, quantity: 1 };
    const buy = (cart: (typeof never)[]) =>
      responseOf(checkoutDoor.action(args("/checkout", { form: form(), cart })));
    await expect(buy([never])).rejects.toThrow("cart_empty");
    const answer = await buy([never, { productId: honey, quantity: 2 }]);
    expect(answer.status).toBe(303);
    expect(cartAfter(answer)).toEqual([]);
    expect(await placed()).toHaveLength(1);
  });

  it("keeps what was typed when the last of the cart goes off sale while it is typed", async () => {
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, honey));
    });
    expect(await submit(form())).toMatchObject({
      init: { status: 409 },
      data: {
        failure: { code: "product_unavailable" },
        submission: { initialValue: { addressLine: "Thôn Mẫu" } },
        page: { quote: { households: [] } },
      },
    });
    // The loader runs after the action and must not lead away from the form.
    const cart = [{ productId: honey, quantity: 2 }];
    const { context, ...again } = args("/checkout", { cart });
    const loaded = await checkoutDoor.loader({ ...again, context: { ...context, isForm: true } });
    expect(loaded.quote.households).toEqual([]);
    const opened = await responseOf(checkoutDoor.loader({ ...again, context }));
    expect(opened.headers.get("Location")).toBe("/cart");
  });

  it("asks nobody's age for alcohol that is not on sale any more", async () => {
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, wine));
    });
    const cart = [{ productId: wine, quantity: 1 }];
    expect(await checkoutDoor.action(args("/checkout", { form: form(), cart }))).toMatchObject({
      init: { status: 409 },
      data: { failure: { code: "product_unavailable" } },
    });
  });

  it("sells alcohol to adults, and not for cash", async () => {
    const cart = [{ productId: wine, quantity: 2 }];
    const buy = (change: Record<string, string>) =>
      checkoutDoor.action(args("/checkout", { form: form(change), cart }));
    expect(await buy({})).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { isAdult: ["adult_missing"] } } },
    });
    expect(await buy({ isAdult: "on", method: "cod" })).toMatchObject({
      init: { status: 409 },
      data: { failure: { code: "alcohol_needs_cashless" } },
    });
    expect((await responseOf(buy({ isAdult: "on" }))).status).toBe(303);
  });

  it("refuses at the way to pay what a guest may not owe at the door", async () => {
    const buy = (change: Record<string, string> = {}) =>
      submit(form({ method: "cod", expectedTotalVnd: "207000", ...change }), 1);
    const refused = {
      init: { status: 409 },
      data: { submission: { error: { method: ["cash_orders_open"] } } },
    };
    await responseOf(buy());
    await responseOf(buy());
    expect(await buy()).toMatchObject(refused);
    expect((await responseOf(buy({ method: "vietqr" }))).status).toBe(303);
  });

  it("sends an empty cart back, and stops a machine", async () => {
    const empty = await responseOf(checkoutDoor.loader(args("/checkout")));
    expect(empty.headers.get("Location")).toBe("/cart");
    const one = args("/checkout");
    let last: unknown;
    for (let i = 0; i <= 600; i += 1) {
      const again = args("/checkout", { form: { intent: "choose_province" } });
      again.context = one.context;
      last = await checkoutDoor.action(again).catch((thrown: unknown) => thrown);
    }
    expect(last).toMatchObject({ status: 429 });
  });
});
