import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  api,
  listEvents,
  openCardShop,
  openedSession,
  payOnPage,
  placeCardOrder,
  SECRET,
  signedNotice,
  standOf,
  type CardShop,
} from "~/domain/flows/test-cards";
import { now, setClock } from "~/platform/clock.server";
import { settings, useSettings } from "~/platform/env.server";
import { startOfDate } from "~/platform/period";
import { openDoors, type Doors } from "./test-doors";

let doors: Doors;
let shop: CardShop;
let environment: Record<string, string>;
const NEW_SECRET = "whsec_the_newer_one_of_two";

beforeAll(async () => {
  setClock(startOfDate("2026-11-23") + 9 * 3_600_000);
  doors = await openDoors();
  shop = await openCardShop();
  environment = {
    DATA_DIR: settings().DATA_DIR,
    LOG_LEVEL: "error",
    STRIPE_API_BASE: shop.mock.url,
    STRIPE_SECRET_KEY: "sk_test_cards",
  };
});
afterEach(() => {
  useSettings({ ...environment, STRIPE_WEBHOOK_SECRET: SECRET });
});
afterAll(async () => {
  setClock();
  doors.close();
  await shop.close();
});

/** A true event of an order that was paid, as its body. */
async function paidEvent(): Promise<{ body: string; orderId: string }> {
  const { id } = await placeCardOrder(shop.productId);
  await payOnPage(await openedSession(id));
  const listed = await api<{ data: { type: string }[] }>(shop.mock, "events?limit=5");
  const event = listed.data.find(({ type }) => type === "checkout.session.completed");
  return { body: JSON.stringify(event, null, 2), orderId: id };
}

type Signed = ReturnType<typeof signedNotice>;
const knock = ({ rawBody, header }: Signed) =>
  doors.knock("stripe", {
    body: new Uint8Array(rawBody),
    headers: { "Stripe-Signature": header("Stripe-Signature") ?? "" },
  });

describe("who says it", () => {
  it("takes what is signed, and books it", async () => {
    const { body, orderId } = await paidEvent();
    expect((await knock(signedNotice(body))).status).toBe(200);
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("case 24: another byte, or the same JSON written anew, is 400 and kept nowhere", async () => {
    const { body, orderId } = await paidEvent();
    const before = await listEvents();
    const { header } = signedNotice(body);
    const altered = body.replace(/"amount_total": 222000/, '"amount_total": 222001');
    expect(altered).not.toBe(body);
    for (const other of [altered, JSON.stringify(JSON.parse(body)), `${body} `]) {
      const answer = await knock({ rawBody: Buffer.from(other), header });
      expect(answer.status).toBe(400);
    }
    expect(await listEvents()).toEqual(before);
    expect(await standOf(orderId)).toMatchObject({ payment: "open" });
  });

  it.each([-301_000, 301_000])("case 25: signed %i ms off is refused", async (off) => {
    const { body } = await paidEvent();
    expect((await knock(signedNotice(body, { at: now() + off }))).status).toBe(400);
    const within = off - Math.sign(off) * 2_000;
    expect((await knock(signedNotice(body, { at: now() + within }))).status).toBe(200);
  });

  it("case 26: two secrets are good while one replaces the other, and then only the new one", async () => {
    const { body } = await paidEvent();
    const knockWith = async (...secrets: string[]) =>
      (await knock(signedNotice(body, { secrets }))).status;
    useSettings({ ...environment, STRIPE_WEBHOOK_SECRET: `${NEW_SECRET}, ${SECRET}` });
    expect(await knockWith(NEW_SECRET, SECRET)).toBe(200);
    expect(await knockWith(SECRET)).toBe(200);
    expect(await knockWith(NEW_SECRET)).toBe(200);
    useSettings({ ...environment, STRIPE_WEBHOOK_SECRET: NEW_SECRET });
    expect(await knockWith(SECRET)).toBe(400);
    expect(await knockWith(SECRET, NEW_SECRET)).toBe(200);
  });

  it("refuses what has no signature, another scheme's or an endless one", async () => {
    const { body } = await paidEvent();
    const rawBody = Buffer.from(body);
    const good = signedNotice(body).header("Stripe-Signature") ?? "";
    const headers = [
      "",
      good.replace("v1=", "v0="),
      good.replace(/t=\d+/, "t=1e9"),
      "v1=,".repeat(900),
    ];
    for (const value of headers) {
      expect((await knock({ rawBody, header: () => value })).status).toBe(400);
    }
  });
});

describe("what is said", () => {
  it("has no page", async () => {
    expect((await doors.knock("stripe", { method: "GET" })).status).toBe(405);
  });

  it("case 41: what is too long is not read", async () => {
    const body = JSON.stringify({ id: "x".repeat(300_000) });
    expect((await knock(signedNotice(body))).status).toBe(413);
  });

  it("is 200 for what is no event: the list of events is read all the same", async () => {
    for (const body of ["{}", "[]", "null", "[".repeat(50_000), "not json"]) {
      expect((await knock(signedNotice(body))).status).toBe(200);
    }
  });

  it("is 503 while the provider cannot be asked, so that it is sent again", async () => {
    const { body, orderId } = await paidEvent();
    useSettings({
      ...environment,
      STRIPE_WEBHOOK_SECRET: SECRET,
      STRIPE_API_BASE: "http://127.0.0.1:9", // nobody listens there
    });
    expect((await knock(signedNotice(body))).status).toBe(503);
    expect(await standOf(orderId)).toMatchObject({ payment: "open" });
  });

  it("case 76: keeps nothing of the card or of whoever paid", async () => {
    const { body } = await paidEvent();
    await knock(signedNotice(body));
    const kept = await listEvents();
    expect(kept.length).toBeGreaterThan(0);
    for (const { id, eventId, aboutId, attemptId, fingerprint, ...said } of kept) {
      // What is drawn by lot or hashed may spell "4242" by chance: its shape is looked at instead.
      expect([id, eventId, aboutId, attemptId].join(" ")).toMatch(
        /^cev_[0-9a-f]{32} evt_[A-Za-z0-9]{24} cs_test_[A-Za-z0-9]{58} cat_[0-9a-f]{32}$/,
      );
      expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(said)).not.toMatch(/4242|@|visa|whsec|sk_test/i);
    }
  });
});
