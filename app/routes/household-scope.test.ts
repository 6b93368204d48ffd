import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { orders } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { insertTestProduct, insertTestUser, testSubmission } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import * as todayDoor from "./household._index";
import * as earningsDoor from "./household.earnings";
import * as ordersDoor from "./household.orders._index";
import * as orderDoor from "./household.orders.$orderCode";
import * as closureDoor from "./household.orders.$orderCode_.closure";
import * as confirmationDoor from "./household.orders.$orderCode_.confirmation";
import * as deliveryDoor from "./household.orders.$orderCode_.delivery";
import * as parcelDoor from "./household.orders.$orderCode_.parcel";
import * as shipmentDoor from "./household.orders.$orderCode_.shipment";
import * as productsDoor from "./household.products._index";
import * as productDoor from "./household.products.$productSlug";
import * as photosDoor from "./household.products.$productSlug_.photos";
import * as photoDoor from "./household.products.$productSlug_.photos_.$photoId";
import * as publicationDoor from "./household.products.$productSlug_.publication";
import * as stockDoor from "./household.products.$productSlug_.stock";
import * as wordsDoor from "./household.products.$productSlug_.words";
import * as newProductDoor from "./household.products.new";
import { mine, theirs, agent, args, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

const SLUG = "mat-ong-bac-ha";
let orderCode: string;

beforeAll(async () => {
  const productId = await insertTestProduct({ householdId: mine.householdId, slug: SLUG });
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId, quantity: 2 }],
      expectedTotalVnd: vnd(2 * 185_000 + 44_000), // 1,400 g to another province
      method: "cod",
    }),
  );
  if (!placed.ok) throw new Error(placed.code);
  const [order] = await reader().select().from(orders);
  orderCode = order?.code ?? "";
});

const productPath = `/household/products/${SLUG}`;

const words = {
  name: "Tên khác",
  ocopSet: "4",
  description: "Mô tả khác của sản phẩm.",
  packLabel: "chai",
  contentQuantity: "500",
  contentUnit: "ml",
};

const productLoaders = {
  [productPath]: productDoor.loader,
  [`${productPath}/photos`]: photosDoor.loader,
  [`${productPath}/stock`]: stockDoor.loader,
  [`${productPath}/words`]: wordsDoor.loader,
};

const productActions = [
  [productPath, productDoor.action, { priceVnd: "1.000" }],
  [`${productPath}/photos`, photosDoor.action, { shownCount: "0" }],
  [`${productPath}/photos/pho_1`, photoDoor.action, { move: "remove" }],
  [`${productPath}/publication`, publicationDoor.action, { move: "withdraw" }],
  [`${productPath}/stock`, stockDoor.action, { stockCount: "5" }],
  [`${productPath}/stock?lot=L-1`, stockDoor.action, { onHandCount: "5", shownCount: "5" }],
  [`${productPath}/words`, wordsDoor.action, words],
] as const;

const orderActions = [
  ["confirmation", confirmationDoor.action, {}],
  ["shipment", shipmentDoor.action, { carrier: "VNPost" }],
  ["delivery", deliveryDoor.action, {}],
  ["closure", closureDoor.action, { to: "cancelled", reason: "het hang" }],
] as const;

const orderPath = (rest = "") => `/household/orders/${orderCode}${rest}`;

const orderStatus = async () => (await reader().select().from(orders))[0]?.status;

describe("another household's doors", () => {
  it("are 404 for products, to look at and to change", async () => {
    const before = await reader().select().from(products);
    for (const [path, loader] of Object.entries(productLoaders)) {
      expect(await outcomeOf(loader(args(path, theirs))), path).toMatchObject({ status: 404 });
    }
    for (const [path, action, form] of productActions) {
      const answer = action(args(path, { form, cookie: theirs.cookie }));
      expect(await outcomeOf(answer), path).toMatchObject({ status: 404 });
    }
    expect(await reader().select().from(products)).toEqual(before);
  });

  it("are 404 for orders, to look at and to move", async () => {
    const look = orderDoor.loader(args(orderPath(), theirs));
    expect(await outcomeOf(look)).toMatchObject({ status: 404 });
    for (const [name, action, form] of orderActions) {
      const answer = action(args(orderPath(`/${name}`), { form, cookie: theirs.cookie }));
      expect(await outcomeOf(answer), name).toMatchObject({ status: 404 });
    }
    expect(await orderStatus()).toBe("placed");
  });

  it("are 404 by the household's name in the address, and never show its rows", async () => {
    const loaders = {
      "/household": todayDoor.loader,
      "/household/products": productsDoor.loader,
      "/household/products/new": newProductDoor.loader,
      "/household/orders": ordersDoor.loader,
      "/household/earnings": earningsDoor.loader,
    };
    for (const [path, loader] of Object.entries(loaders)) {
      const answer = loader(args(`${path}?household=cua-toi`, theirs));
      expect(await outcomeOf(answer), path).toMatchObject({ status: 404 });
      const own = await loader(args(path, theirs));
      expect(own, path).toMatchObject({ deskHouseholdId: theirs.householdId });
      expect(JSON.stringify(own), path).not.toContain(SLUG);
      expect(JSON.stringify(own), path).not.toContain(orderCode);
    }
  });

  it("send a guest to sign in and refuse another role", async () => {
    for (const loader of [todayDoor.loader, productsDoor.loader, earningsDoor.loader]) {
      const guest = await outcomeOf(loader(args("/household")));
      expect(guest.location).toMatch(/^\/sign-in/);
    }
    const home = { status: 303, location: "/agent?problem=no_consent" };
    for (const loader of [todayDoor.loader, productsDoor.loader]) {
      expect(await outcomeOf(loader(args("/household", agent)))).toEqual(home);
    }
    const earnings = earningsDoor.loader(args("/household", agent));
    expect(await outcomeOf(earnings)).toMatchObject({ status: 403 });
    const answer = confirmationDoor.action(
      args(orderPath("/confirmation"), { form: {}, cookie: agent.cookie }),
    );
    expect(await outcomeOf(answer)).toEqual(home);
  });
});

describe("the household's own doors", () => {
  it("show its product and order", async () => {
    for (const path of [productPath, `${productPath}/stock`] as const) {
      const loader = productLoaders[path];
      expect(await outcomeOf(loader?.(args(path, mine)))).toMatchObject({ status: 200 });
    }
    const { order } = await orderDoor.loader(args(orderPath(), mine));
    expect(order).toMatchObject({ code: orderCode, cashVnd: 414_000, status: "placed" });
  });

  it("send words and photo of what is on sale back to the product", async () => {
    const back = { status: 302, location: `${productPath}?problem=product_not_editable` };
    expect(await outcomeOf(wordsDoor.loader(args(`${productPath}/words`, mine)))).toEqual(back);
    expect(await outcomeOf(photosDoor.loader(args(`${productPath}/photos`, mine)))).toEqual(back);
    const form = words;
    const answer = wordsDoor.action(args(`${productPath}/words`, { form, cookie: mine.cookie }));
    expect(await outcomeOf(answer)).toMatchObject({ status: 409 });
  });

  it("ask about English words left standing for other Vietnamese, with all that was typed", async () => {
    const { householdId, cookie } = mine;
    const id = await insertTestProduct({ householdId, slug: "com-lam", name: "Cơm lam" });
    const english = { nameEn: "Bamboo rice", packLabelEn: "tube" };
    await inTransaction((tx) =>
      tx
        .update(products)
        .set({ ...english, packLabel: words.packLabel, status: "withdrawn" })
        .where(eq(products.id, id)),
    );
    const send = (form: Record<string, string>) =>
      wordsDoor.action(args("/household/products/com-lam/words", { form, cookie }));
    expect(await send({ ...words, ...english })).toMatchObject({
      init: { status: 409 },
      data: {
        submission: {
          status: "error",
          initialValue: { name: words.name, nameEn: "Bamboo rice" },
          error: { nameEn: ["english_outdated"] },
        },
      },
    });
    const sent = await outcomeOf(send({ ...words, ...english, englishStands: "on" }));
    expect(sent).toEqual({ status: 303, location: "/household/products/ten-khac?done=updated" });
  });

  it("keep what was typed into a form that was not in order", async () => {
    const reason = "x".repeat(301);
    const closing = args(orderPath("/closure"), { form: { to: "cancelled", reason }, ...mine });
    expect(await closureDoor.action(closing)).toMatchObject({
      init: { status: 400 },
      data: { submission: { initialValue: { reason }, error: { reason: ["reason_too_long"] } } },
    });
    const trackingCode = "1".repeat(61);
    const sending = args(orderPath("/shipment"), {
      form: { carrier: "GHN", trackingCode },
      ...mine,
    });
    expect(await shipmentDoor.action(sending)).toMatchObject({
      init: { status: 400 },
      data: {
        submission: {
          initialValue: { carrier: "GHN", trackingCode },
          error: { trackingCode: ["tracking_code_too_long"] },
        },
      },
    });
    for (const door of [closureDoor, shipmentDoor]) {
      const { order } = await door.loader(args(orderPath(), mine));
      expect(order.code).toBe(orderCode);
      const strange = door.loader(args(orderPath(), theirs));
      expect(await outcomeOf(strange)).toMatchObject({ status: 404 });
    }
  });

  it("move an order along, once however often the form is sent, and say what cannot be done", async () => {
    const send = (door: (typeof orderActions)[number][0], form: Record<string, string> = {}) => {
      const action = orderActions.find(([name]) => name === door)?.[1] ?? confirmationDoor.action;
      return outcomeOf(action(args(orderPath(`/${door}`), { form, cookie: mine.cookie })));
    };
    const done = (what: string) => ({ status: 303, location: orderPath(`?done=${what}`) });
    const problem = (code: string) => ({ status: 303, location: orderPath(`?problem=${code}`) });

    expect(await send("delivery")).toEqual(problem("move_not_allowed"));
    const again = { status: 400, location: null };
    expect(await send("closure", { to: "cancelled", reason: " " })).toEqual(again);
    expect(await send("closure", { to: "cancelled" })).toEqual(again);
    expect(await send("closure", { to: "sold" })).toEqual(again);
    expect(await send("closure", { reason: "het hang" })).toEqual(again);
    expect(await send("confirmation")).toEqual(done("confirmed"));
    expect(await send("confirmation")).toEqual(done("confirmed"));
    expect(await send("shipment", { carrier: "Ai do" })).toEqual(again);
    expect(await send("shipment", { carrier: "" })).toEqual(again);
    expect(await send("shipment", { carrier: "VNPost" })).toEqual(again); // it takes cash: by which code
    expect(await orderStatus()).toBe("confirmed");
    const parcel = { carrier: "VNPost", trackingCode: " EB123456789VN " };
    expect(await send("shipment", parcel)).toEqual(done("shipped"));
    expect(await send("shipment", parcel)).toEqual(done("shipped"));
    // Said otherwise it leads to where that is corrected, with what was sent and what stands.
    const other = "?problem=parcel_sent_otherwise&carrier=GHN";
    expect(await send("shipment", { carrier: "GHN" })).toEqual({
      status: 303,
      location: orderPath(`/parcel${other}`),
    });
    const correction = () => parcelDoor.loader(args(orderPath(`/parcel${other}`), mine));
    expect(await correction()).toMatchObject({
      parcel: { carrier: "VNPost", trackingCode: "EB123456789VN" },
      other: { carrier: "GHN", trackingCode: "" },
    });
    expect(await parcelDoor.loader(args(orderPath("/parcel"), mine))).toMatchObject({
      other: null,
    });
    expect(await send("closure", { to: "cancelled", reason: "het hang" })).toEqual(
      problem("move_not_allowed"),
    );
    expect(await send("delivery")).toEqual(done("delivered"));
    expect(await send("delivery")).toEqual(done("delivered"));
    expect(await outcomeOf(correction())).toEqual({
      status: 302,
      location: orderPath("?problem=parcel_sent_otherwise"),
    });
    const { order } = await orderDoor.loader(args(orderPath(), mine));
    expect(order).toMatchObject({
      status: "delivered",
      carrier: "VNPost",
      trackingCode: "EB123456789VN",
    });
    const { earnings } = await earningsDoor.loader(args("/household/earnings", mine));
    expect(earnings.entries).toMatchObject([{ orderCode, totalVnd: 414_000 }]);
  });
});

describe("a person without a household", () => {
  it("is told so, and sent there from every list", async () => {
    const cookie = await cookieFor(await insertTestUser({ role: "household_member" }));
    expect(await todayDoor.loader(args("/household", { cookie }))).toBeNull();
    for (const loader of [productsDoor.loader, ordersDoor.loader, earningsDoor.loader]) {
      const answer = loader(args("/household/orders", { cookie }));
      expect(await outcomeOf(answer)).toEqual({ status: 302, location: "/household" });
    }
  });
});
