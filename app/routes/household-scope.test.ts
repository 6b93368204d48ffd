import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ActionFunctionArgs } from "@remix-run/node";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { delegations } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  testSubmission,
} from "~/domain/flows/test-shop";
import { startSession } from "~/domain/identity/sessions.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS, localDateOf } from "~/platform/period";
import { uploadsFolder } from "~/platform/storage.server";
import { openTestDatabase } from "~/platform/test-database.server";
import type { MutationReply } from "~/web/mutation-reply";
import * as agentDoor from "./agent";
import * as todayDoor from "./household._index";
import * as earningsDoor from "./household.earnings";
import * as ordersDoor from "./household.orders._index";
import * as orderDoor from "./household.orders.$orderCode";
import * as closureDoor from "./household.orders.$orderCode_.closure";
import * as confirmationDoor from "./household.orders.$orderCode_.confirmation";
import * as deliveryDoor from "./household.orders.$orderCode_.delivery";
import * as shipmentDoor from "./household.orders.$orderCode_.shipment";
import * as productsDoor from "./household.products._index";
import * as productDoor from "./household.products.$productSlug";
import * as photoDoor from "./household.products.$productSlug_.photo";
import * as publicationDoor from "./household.products.$productSlug_.publication";
import * as stockDoor from "./household.products.$productSlug_.stock";
import * as wordsDoor from "./household.products.$productSlug_.words";
import * as newProductDoor from "./household.products.new";

const SLUG = "mat-ong-bac-ha";
let mine: { householdId: string; cookie: string };
let theirs: { householdId: string; cookie: string };
let agent: { id: string; cookie: string };
let orderCode: string;
let close: () => void;

const cookieFor = async (userId: string) => (await startSession(userId)).split(";")[0] ?? "";

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  const add = async (slug: string) => {
    const householdId = await insertTestHousehold({ slug, name: `Hộ ${slug}` });
    return { householdId, cookie: await cookieFor(await insertTestUser({ householdId })) };
  };
  mine = await add("cua-toi");
  theirs = await add("cua-ho");
  const agentId = await insertTestUser({ role: "agent" });
  agent = { id: agentId, cookie: await cookieFor(agentId) };
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
afterAll(() => close());

type Options = { form?: Record<string, string> | FormData; cookie?: string };

function args(path: string, options: Options = {}) {
  const { form, cookie } = options;
  const body = form instanceof FormData || !form ? (form ?? null) : new URLSearchParams(form);
  const [, , kind, name = ""] = path.split("?")[0]?.split("/") ?? [];
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: cookie ? { Cookie: cookie } : {},
    body,
  });
  const params = kind === "orders" ? { orderCode: name } : { productSlug: name };
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientAddress: "::1",
    reference: "test",
  } as const;
  return { request, params, context } satisfies ActionFunctionArgs;
}

type Refusal = { data: MutationReply; init: ResponseInit | null };

async function outcomeOf(answer: unknown): Promise<{ status: number; location: string | null }> {
  const result = await Promise.resolve(answer).catch((thrown: unknown) => thrown);
  if (result instanceof Response) {
    return { status: result.status, location: result.headers.get("Location") };
  }
  if (result instanceof Error) throw result;
  const { init } = result as Refusal;
  return { status: init?.status ?? 200, location: null };
}

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
  [`${productPath}/photo`]: photoDoor.loader,
  [`${productPath}/stock`]: stockDoor.loader,
  [`${productPath}/words`]: wordsDoor.loader,
};
const productActions = [
  [productPath, productDoor.action, { priceVnd: "1.000" }],
  [`${productPath}/photo`, photoDoor.action, {}],
  [`${productPath}/publication`, publicationDoor.action, { move: "withdraw" }],
  [`${productPath}/stock`, stockDoor.action, { stockCount: "5" }],
  [`${productPath}/stock?lot=L-1`, stockDoor.action, { onHandCount: "5" }],
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
      expect(await outcomeOf(loader(args("/household", agent)))).toMatchObject({ status: 403 });
    }
    const answer = confirmationDoor.action(
      args(orderPath("/confirmation"), { form: {}, cookie: agent.cookie }),
    );
    expect(await outcomeOf(answer)).toMatchObject({ status: 403 });
  });
});

describe("the household's own doors", () => {
  it("show its product and order", async () => {
    for (const path of [productPath, `${productPath}/stock`] as const) {
      const loader = productLoaders[path];
      expect(await outcomeOf(loader?.(args(path, mine)))).toMatchObject({ status: 200 });
    }
    const { order } = await orderDoor.loader(args(orderPath(), mine));
    expect(order).toMatchObject({ code: orderCode, collectVnd: 414_000, status: "placed" });
  });

  it("send words and photo of what is on sale back to the product", async () => {
    const back = { status: 302, location: `${productPath}?problem=product_not_editable` };
    expect(await outcomeOf(wordsDoor.loader(args(`${productPath}/words`, mine)))).toEqual(back);
    expect(await outcomeOf(photoDoor.loader(args(`${productPath}/photo`, mine)))).toEqual(back);
    const form = words;
    const answer = wordsDoor.action(args(`${productPath}/words`, { form, cookie: mine.cookie }));
    expect(await outcomeOf(answer)).toMatchObject({ status: 409 });
  });

  it("move an order along, once however often the form is sent, and say what cannot be done", async () => {
    const send = (door: (typeof orderActions)[number][0], form: Record<string, string> = {}) => {
      const action = orderActions.find(([name]) => name === door)?.[1] ?? confirmationDoor.action;
      return outcomeOf(action(args(orderPath(`/${door}`), { form, cookie: mine.cookie })));
    };
    const done = (what: string) => ({ status: 303, location: orderPath(`?done=${what}`) });
    const problem = (code: string) => ({ status: 303, location: orderPath(`?problem=${code}`) });

    expect(await send("delivery")).toEqual(problem("move_not_allowed"));
    expect(await send("closure", { to: "cancelled", reason: " " })).toEqual(
      problem("reason_required"),
    );
    expect(await send("closure", { to: "cancelled" })).toEqual(problem("reason_required"));
    expect(await send("closure", { to: "sold" })).toEqual(problem("unexpected"));
    expect(await send("closure", { reason: "het hang" })).toEqual(problem("unexpected"));
    expect(await send("confirmation")).toEqual(done("confirmed"));
    expect(await send("confirmation")).toEqual(done("confirmed"));
    expect(await send("shipment", { carrier: "Ai do" })).toEqual(problem("carrier_required"));
    expect(await send("shipment", { carrier: "" })).toEqual(problem("carrier_required"));
    expect(await orderStatus()).toBe("confirmed");
    const parcel = { carrier: "VNPost", trackingCode: " EB123456789VN " };
    expect(await send("shipment", parcel)).toEqual(done("shipped"));
    expect(await send("shipment", { carrier: "GHN" })).toEqual(done("shipped"));
    expect(await send("closure", { to: "cancelled", reason: "het hang" })).toEqual(
      problem("move_not_allowed"),
    );
    expect(await send("delivery")).toEqual(done("delivered"));
    expect(await send("delivery")).toEqual(done("delivered"));
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

describe("the new product's form", () => {
  const typed = {
    name: "Chè shan tuyết",
    ocopSet: "11",
    description: "Chè hái từ cây cổ thụ.",
    packLabel: "túi 200 g",
    contentQuantity: "200",
    contentUnit: "g",
    weightGrams: "",
    priceVnd: "185.000 đ",
    stockCount: "12",
    madeOn: localDateOf(now()),
    expiresOn: "",
  };
  const path = "/household/products/new";
  const uploads = () => {
    const folder = join(uploadsFolder(), "photos");
    return existsSync(folder) ? readdirSync(folder).length : 0;
  };

  function formOf(change: Record<string, string>, photo?: File): FormData {
    const form = new FormData();
    const fields = { productId: newId("prd"), ...typed, ...change };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("photo", photo ?? new File([], ""));
    return form;
  }
  const send = (form: FormData) =>
    newProductDoor.action(args(path, { form, cookie: mine.cookie })) as Promise<unknown>;

  it("makes a draft with a photo, the weight taken from the content", async () => {
    const picture = sharp({ create: { width: 700, height: 500, channels: 3, background: "#2a5" } });
    const bytes = new Uint8Array(await picture.jpeg().toBuffer());
    const photo = new File([bytes], "anh.jpg", { type: "image/jpeg" });
    expect(await outcomeOf(send(formOf({}, photo)))).toEqual({
      status: 303,
      location: "/household/products/che-shan-tuyet?done=created",
    });
    const scope = { kind: "households", householdIds: [mine.householdId] } as const;
    expect(await findOwnProduct(scope, "che-shan-tuyet")).toMatchObject({
      status: "draft",
      priceVnd: 185_000,
      availableCount: 12,
      words: { weightGrams: 200 },
      photo: { width: 700, height: 500, widths: [320, 640, 700] },
    });
    const files = readdirSync(join(uploadsFolder(), "photos"), { recursive: true });
    expect(files.filter((file) => /\.(webp|avif|jpg)$/.test(String(file)))).toHaveLength(9);
  });

  it("says on the photo's field that it is no photo, keeps what was typed, and leaves nothing behind", async () => {
    const before = { rows: await reader().$count(products), files: uploads() };
    const photo = new File(["day la chu, khong phai anh"], "anh.jpg", { type: "image/jpeg" });
    const { data, init } = (await send(formOf({}, photo))) as Refusal;
    expect(init?.status).toBe(400);
    expect(data.submission?.error).toEqual({ photo: ["photo_unreadable"] });
    const { weightGrams: _weight, expiresOn: _expiry, ...filled } = typed;
    expect(data.submission?.initialValue).toMatchObject(filled);
    expect({ rows: await reader().$count(products), files: uploads() }).toEqual(before);
  });

  it("ties each mistake to its field and writes nothing", async () => {
    const before = await reader().$count(products);
    const cases: [Record<string, string>, Record<string, string[]>][] = [
      [{ name: "" }, { name: ["product_name_missing"] }],
      [{ name: "ab" }, { name: ["product_name_short"] }],
      [{ ocopSet: "27" }, { ocopSet: ["ocop_set_missing"] }],
      [{ priceVnd: "999" }, { priceVnd: ["price_out_of_range"] }],
      [{ priceVnd: "500.000.001" }, { priceVnd: ["price_out_of_range"] }],
      [{ priceVnd: "1e5" }, { priceVnd: ["price_invalid"] }],
      [{ priceVnd: "-185000" }, { priceVnd: ["price_invalid"] }],
      [{ priceVnd: "185.000,5" }, { priceVnd: ["price_invalid"] }],
      [{ stockCount: "1.5" }, { stockCount: ["stock_invalid"] }],
      [{ stockCount: "100001" }, { stockCount: ["stock_invalid"] }],
      [{ contentQuantity: "0" }, { contentQuantity: ["content_quantity_invalid"] }],
      [{ contentUnit: "kg" }, { contentUnit: ["content_unit_missing"] }],
      [{ contentUnit: "piece" }, { weightGrams: ["weight_missing"] }],
      [{ madeOn: "31/02/2026" }, { madeOn: ["date_invalid"] }],
      [{ madeOn: "2099-01-01" }, { madeOn: ["made_on_in_future"] }],
      [{ expiresOn: typed.madeOn }, { expiresOn: ["expires_before_made"] }],
      [{ madeOn: "2026-01-01", expiresOn: "2026-01-02" }, { expiresOn: ["already_expired"] }],
      [{ productId: "prd_1" }, { productId: ["form_outdated"] }],
    ];
    for (const [change, error] of cases) {
      const { data, init } = (await send(formOf(change))) as Refusal;
      expect(init?.status, JSON.stringify(change)).toBe(400);
      expect(data.submission?.error, JSON.stringify(change)).toEqual(error);
    }
    expect(await reader().$count(products)).toBe(before);
  });

  it("takes the dearest and the cheapest price, no stock, and a service without weight", async () => {
    const changes: Record<string, string>[] = [
      { priceVnd: "1000" },
      { priceVnd: "500000000" },
      { stockCount: "0" },
      { ocopSet: "26", contentUnit: "piece", contentQuantity: "1" },
    ];
    for (const change of changes) {
      expect(await outcomeOf(send(formOf(change)))).toMatchObject({ status: 303 });
    }
  });
});

describe("the agent's desk", () => {
  it("shows the households whose consent holds now, and no other", async () => {
    const time = now();
    const consent = (householdId: string, change: Partial<typeof delegations.$inferInsert>) => ({
      id: newId("dlg"),
      householdId,
      agentId: agent.id,
      consentedAt: time - 10 * DAY_MS,
      expiresAt: time + 30 * DAY_MS,
      ...change,
    });
    const revoked = await insertTestHousehold({ slug: "da-rut" });
    const expired = await insertTestHousehold({ slug: "het-han" });
    const helped = await insertTestHousehold({ slug: "duoc-giup" });
    await insertTestProduct({ householdId: helped, searchId: 1_000 });
    const otherAgent = await insertTestUser({ role: "agent" });
    await inTransaction(async (tx) => {
      await tx.insert(delegations).values([
        consent(revoked, { revokedAt: time - DAY_MS }),
        consent(expired, { expiresAt: time }),
        consent(helped, {}),
        // Renewed before the first ended: one household, the longer consent.
        consent(helped, { expiresAt: time + 60 * DAY_MS }),
        consent(mine.householdId, { agentId: otherAgent }),
      ]);
    });
    const { households } = await agentDoor.loader(args("/agent", agent));
    expect(households).toMatchObject([
      { slug: "duoc-giup", publishedCount: 1, waitingOrderCount: 0 },
    ]);
    expect(households[0]?.consentUntil).toBe(localDateOf(time + 60 * DAY_MS - 1));
    expect(await outcomeOf(agentDoor.loader(args("/agent", mine)))).toMatchObject({ status: 403 });
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
