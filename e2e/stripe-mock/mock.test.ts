import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { API_VERSION } from "./api/version";
import { Clock } from "./state/clock";
import { Shelf } from "./state/shelf";
import { startStripeMock, TEST_CARDS, type StripeMock } from "./start-stripe-mock";

/** What only the stand-in has: the hosted page, signed webhooks, faults on demand, and a clock that can be moved. */

const SECRET = "whsec_mock_test";
const AMOUNT = 250_000;
const RETRY_MS = 50;

type Received = { body: string; signature: string; event: Stripe.Event; at: number };

/** A shop's webhook door: keeps what comes and answers as told, 200 unless told otherwise. */
class Shop {
  readonly received: Received[] = [];
  readonly answers: number[] = [];
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Shop> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const body = Buffer.concat(parts).toString("utf8");
        const signature = String(request.headers["stripe-signature"]);
        const event = JSON.parse(body) as Stripe.Event;
        shop.received.push({ body, signature, event, at: Date.now() });
        response.writeHead(shop.answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const shop = new Shop(server, `http://127.0.0.1:${port}/webhooks/stripe`);
    return shop;
  }

  types(): string[] {
    return this.received.map(({ event }) => event.type);
  }

  async waitFor(count: number): Promise<Received[]> {
    await expect.poll(() => this.received.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count);
    return this.received;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let mock: StripeMock;
let shop: Shop;
let stripe: Stripe;

function client(options: { maxNetworkRetries?: number; timeout?: number } = {}): Stripe {
  return new Stripe("sk_test_mock", {
    host: "127.0.0.1",
    port: mock.port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
    ...options,
  });
}

beforeEach(async () => {
  shop = await Shop.open();
  mock = await startStripeMock({
    port: 0,
    webhooks: [{ url: shop.url, secrets: [SECRET] }],
    retryDelaysMs: [RETRY_MS, RETRY_MS],
  });
  stripe = client();
});

afterEach(async () => {
  await mock.close();
  await shop.close();
});

async function control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${mock.url}/_mock${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer as T;
}

const fault = (one: object) => control("POST", "/faults", one);
const advance = (seconds: number) => control("POST", "/clock", { advance_seconds: seconds });
const listenFor = (...events: string[]) =>
  control("PUT", "/endpoints", [{ url: shop.url, secrets: [SECRET], events }]);

type Log = {
  deliveries: { type: string; attempt: number; status?: number; fault?: string; error?: string }[];
};

async function openSession(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: "vnd",
          unit_amount: AMOUNT,
          product_data: { name: `Chè <shan> "tuyết" & mật ong` },
        },
      },
    ],
    locale: "vi",
    metadata: { checkout: "chk_1" },
    payment_intent_data: { metadata: { checkout: "chk_1" } },
    success_url: "http://127.0.0.1:1/orders?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://127.0.0.1:1/cart",
    ...more,
  });
  if (session.url === null) throw new Error("an open session has an address");
  return { id: session.id, url: session.url };
}

function submit(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

const typed = (number: string) => ({ number, expiry: "12/34", cvc: "123", name: "TRAN THI LAN" });
const APPROVED = "4242 4242 4242 4242";
const DECLINED = "4000000000000002";
const VERIFIED = "4000002500003155";

async function payWith(number: string): Promise<Stripe.PaymentIntent> {
  const { id, url } = await openSession();
  await submit(url, typed(number));
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  return session.payment_intent as Stripe.PaymentIntent;
}

async function errorOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

describe("what it says of itself", () => {
  it("says on every answer that it is not Stripe", async () => {
    for (const path of ["/v1/balance", "/_mock", "/c/pay/cs_test_none", "/v1/none", "/"]) {
      const response = await fetch(mock.url + path);
      expect(response.headers.get("stripe-mock")).toContain("not Stripe");
    }
  });

  it("speaks the version of the SDK", () => {
    expect(API_VERSION).toBe(Stripe.API_VERSION);
  });

  it.each([
    [undefined, 401],
    ["Bearer sk_test_123", 200],
    ["Bearer rk_test_123", 200],
    [`Basic ${Buffer.from("sk_test_123:").toString("base64")}`, 200],
    ["Bearer sk_live_123", 401],
    ["Bearer sk_test_", 401],
    ["Bearer sk_test_1_2", 401],
    ["Bearer pk_test_123", 401],
    ["Token sk_test_123", 401],
    ["sk_test_123", 401],
  ])("takes the key %s as the official stripe-mock does: %i", async (authorization, status) => {
    const headers = new Headers(
      authorization === undefined ? [] : [["Authorization", authorization]],
    );
    expect((await fetch(`${mock.url}/v1/balance`, { headers })).status).toBe(status);
  });

  it("answers 404 in Stripe's shape for what it does not have, never a success", async () => {
    for (const call of [stripe.products.list(), stripe.payouts.list(), stripe.disputes.list()]) {
      const error = await errorOf(call);
      expect([error.statusCode, error.rawType]).toEqual([404, "invalid_request_error"]);
      expect(error.message).toContain("not in this mock");
    }
  });

  it("refuses what Stripe has and it has not", async () => {
    const error = await errorOf(openSession({ automatic_tax: { enabled: true } }));
    expect([error.statusCode, error.code, error.param]).toEqual([
      400,
      "not_in_this_mock",
      "automatic_tax",
    ]);
    const dollars = await errorOf(
      stripe.paymentIntents.create({ amount: AMOUNT, currency: "usd" }),
    );
    expect([dollars.code, dollars.param]).toEqual(["not_in_this_mock", "currency"]);
  });

  it("has one account and no others, and one version of the API", async () => {
    const connected = await errorOf(stripe.balance.retrieve({}, { stripeAccount: "acct_other" }));
    expect([connected.statusCode, connected.message]).toEqual([
      403,
      expect.stringContaining("not in this mock"),
    ]);
    const older = await errorOf(stripe.balance.retrieve({}, { apiVersion: "2019-01-01" }));
    expect(older.message).toContain("not in this mock");
  });

  it("reads an address that cannot be decoded as nothing it knows", async () => {
    const headers = { Authorization: "Bearer sk_test_1" };
    expect((await fetch(`${mock.url}/v1/charges/%E0%A4%A`, { headers })).status).toBe(404);
  });

  it("names a wrong parameter deep within", async () => {
    const price_data = { currency: "vnd", unit_amount: 1.5, product_data: { name: "Mật ong" } };
    const fraction = await errorOf(openSession({ line_items: [{ quantity: 1, price_data }] }));
    expect([fraction.code, fraction.param]).toEqual([
      "parameter_invalid_integer",
      "line_items[0][price_data][unit_amount]",
    ]);
    const wrong = { ...price_data, unit_amount: AMOUNT, colour: "red" };
    const unknown = await errorOf(
      openSession({ line_items: [{ quantity: 1, price_data: wrong }] }),
    );
    expect([unknown.code, unknown.param]).toEqual([
      "parameter_unknown",
      "line_items[0][price_data][colour]",
    ]);
  });

  it("refuses an expansion before it does anything", async () => {
    const before = (await stripe.events.list()).data.length;
    const paid = { amount: AMOUNT, currency: "vnd", confirm: true, payment_method: "pm_card_visa" };
    const error = await errorOf(
      stripe.paymentIntents.create({ ...paid, expand: ["latest_charge.shop"] }),
    );
    expect([error.statusCode, error.param]).toEqual([400, "expand[0]"]);
    expect((await stripe.events.list()).data.length).toBe(before);
  });

  it("reads names that are dangerous to JavaScript as mere names", async () => {
    const response = await fetch(`${mock.url}/v1/customers`, {
      method: "POST",
      headers: { Authorization: "Bearer sk_test_1" },
      body: "metadata[__proto__]=1&metadata[constructor]=2&name=Lan",
    });
    const customer = (await response.json()) as Stripe.Customer;
    expect(customer.name).toBe("Lan");
    expect(Object.entries(customer.metadata)).toContainEqual(["constructor", "2"]);
    expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
  });
});

describe("hosted page", () => {
  it("is a form without scripts, in the session's language, that says what it is", async () => {
    const vi = await openSession();
    const response = await fetch(vi.url);
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).toContain(`<html lang="vi">`);
    expect(page).toContain("Đây không phải là Stripe");
    expect(page).toContain("250.000 đ");
    expect(page).toContain("Chè &lt;shan&gt; &quot;tuyết&quot; &amp; mật ong");
    expect(page).toContain(`href="http://127.0.0.1:1/cart"`);
    expect(page).not.toMatch(/<script|javascript:/i);
    const en = await openSession({ locale: "en" });
    expect(await (await fetch(en.url)).text()).toContain("This is not Stripe");
    const auto = await openSession({ locale: "auto" });
    const asked = { headers: { "Accept-Language": "vi-VN,vi;q=0.9" } };
    expect(await (await fetch(auto.url, asked)).text()).toContain(`<html lang="vi">`);
  });

  it("takes an approved card and sends the buyer back with the session's id", async () => {
    const { id, url } = await openSession();
    const response = await submit(url, { ...typed(APPROVED), email: "lan@example.com" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`http://127.0.0.1:1/orders?session=${id}`);
    const session = await stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent.latest_charge.balance_transaction"],
    });
    expect(session).toMatchObject({
      status: "complete",
      payment_status: "paid",
      url: null,
      customer_details: { email: "lan@example.com", name: "TRAN THI LAN" },
    });
    const intent = session.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ status: "succeeded", metadata: { checkout: "chk_1" } });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge.payment_method_details?.card?.last4).toBe("4242");
    expect(charge.balance_transaction).toMatchObject({
      currency: "vnd",
      amount: AMOUNT,
      fee: 17_000,
    });
  });

  it.each([
    [DECLINED, "Thẻ bị từ chối. Hãy dùng thẻ khác."],
    ["4000000000009995", "Thẻ không đủ tiền. Hãy dùng thẻ khác."],
  ])("keeps the buyer of the declined card %s, who may try another", async (number, reason) => {
    const { id, url } = await openSession();
    const declined = await submit(url, typed(number));
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain(reason);
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: "open",
      payment_status: "unpaid",
    });
    expect((await submit(url, typed(APPROVED))).status).toBe(303);
    const session = await stripe.checkout.sessions.retrieve(id);
    const charges = await stripe.charges.list({ payment_intent: session.payment_intent as string });
    expect(charges.data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
  });

  it.each([
    [typed("4111111111111111"), "Đây không phải số thẻ thử"],
    [{ ...typed(APPROVED), expiry: "13/34" }, "tháng và năm hết hạn"],
    [{ ...typed(APPROVED), expiry: "01/20" }, "Ngày hết hạn đã qua"],
    [{ ...typed(APPROVED), cvc: "12" }, "mã bảo mật, 3 chữ số"],
  ])("says what a form lacks: %j", async (fields, reason) => {
    const { id, url } = await openSession();
    const response = await submit(url, fields);
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain(reason);
    expect(page).toContain(`value="TRAN THI LAN"`);
    expect((await stripe.checkout.sessions.retrieve(id)).payment_intent).toBeNull();
  });

  it("asks for 3-D Secure on a second page, which may be failed and tried again", async () => {
    const { id, url } = await openSession();
    const bank = (await submit(url, typed(VERIFIED))).headers.get("location") ?? "";
    expect(await (await fetch(bank)).text()).toContain("3-D Secure");
    const failed = await submit(bank, { outcome: "failed" });
    expect(failed.headers.get("location")).toBe(url);
    expect(await (await fetch(url)).text()).toContain("Không xác thực được thẻ");
    const again = (await submit(url, typed(VERIFIED))).headers.get("location") ?? "";
    const done = await submit(again, { outcome: "verified" });
    expect(done.headers.get("location")).toContain(id);
    const session = await stripe.checkout.sessions.retrieve(id);
    expect(session.payment_status).toBe("paid");
  });

  it("takes a form sent twice as once", async () => {
    const { id, url } = await openSession();
    const both = await Promise.all([submit(url, typed(APPROVED)), submit(url, typed(APPROVED))]);
    expect(both.map((response) => response.headers.get("location"))).toEqual(
      Array(2).fill(`http://127.0.0.1:1/orders?session=${id}`),
    );
    expect((await stripe.charges.list()).data).toHaveLength(1);
    const revisited = await fetch(url);
    expect(await revisited.text()).toContain("đã hoàn tất");
  });

  it("closes at the session's time, and calls a begun verification off", async () => {
    const { id, url } = await openSession();
    const bank = (await submit(url, typed(VERIFIED))).headers.get("location") ?? "";
    await advance(24 * 3600);
    const page = await fetch(url);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("đã hết hạn");
    expect((await submit(bank, { outcome: "verified" })).status).toBe(410);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
    expect(session).toMatchObject({ status: "expired", payment_status: "unpaid" });
    expect(session.payment_intent).toMatchObject({ status: "canceled" });
    await expect.poll(() => shop.types()).toContain("checkout.session.expired");
  });

  it("lists test cards that work by one press", async () => {
    for (const { listedAs, number } of TEST_CARDS) {
      if (listedAs === undefined) continue;
      const { url } = await openSession();
      expect(await (await fetch(url)).text()).toContain(`value="${number}"`);
      const { status } = await submit(url, { test_card: number });
      expect(status).toBe(listedAs === "decline" || listedAs === "insufficient" ? 402 : 303);
    }
  });
});

describe("webhooks", () => {
  it("are signed so that the SDK takes them, and tell the whole story of a payment", async () => {
    await payWith(APPROVED);
    const received = await shop.waitFor(4);
    const told = received.map(({ body, signature }) =>
      stripe.webhooks.constructEvent(body, signature, SECRET),
    );
    expect(told.map(({ type }) => type).toSorted()).toEqual([
      "charge.succeeded",
      "checkout.session.completed",
      "payment_intent.created",
      "payment_intent.succeeded",
    ]);
    const completed = told.find(({ type }) => type === "checkout.session.completed");
    expect(completed).toMatchObject({
      object: "event",
      api_version: Stripe.API_VERSION,
      livemode: false,
      data: { object: { payment_status: "paid", amount_total: AMOUNT } },
    });
    expect(completed).not.toHaveProperty("account");
  });

  it("cannot be altered by a byte, nor verified with another secret", async () => {
    await stripe.customers.create({});
    const [first] = await shop.waitFor(1);
    if (!first) throw new Error("nothing came");
    const { body, signature } = first;
    const verify = (text: string, secret: string) => () =>
      stripe.webhooks.constructEvent(text, signature, secret);
    expect(verify(body, SECRET)).not.toThrow();
    expect(verify(body.replace("false", "true "), SECRET)).toThrow();
    expect(verify(JSON.stringify(JSON.parse(body)), SECRET)).toThrow();
    expect(verify(body, "whsec_other")).toThrow();
  });

  it("carry one signature for each secret while it is changed, to each endpoint that asked", async () => {
    const other = await Shop.open();
    await control("PUT", "/endpoints", [
      { url: shop.url, secrets: [SECRET, "whsec_new"], events: ["customer.*"] },
      { url: other.url, secrets: ["whsec_other"], events: ["charge.*"] },
    ]);
    await stripe.customers.create({});
    await payWith(APPROVED);
    const [customer] = await shop.waitFor(1);
    await other.waitFor(1);
    await other.close();
    expect(shop.types()).toEqual(["customer.created"]);
    expect(other.types()).toEqual(["charge.succeeded"]);
    for (const secret of [SECRET, "whsec_new"]) {
      stripe.webhooks.constructEvent(customer?.body ?? "", customer?.signature ?? "", secret);
    }
  });

  it("go to this machine only", async () => {
    const elsewhere = [{ url: "https://example.com/hook", secrets: [SECRET] }];
    await expect(control("PUT", "/endpoints", elsewhere)).rejects.toThrow("this machine only");
    await expect(startStripeMock({ port: 0, webhooks: elsewhere })).rejects.toThrow();
  });

  it("are tried again until they are taken, and given up after that", async () => {
    shop.answers.push(500, 503);
    await stripe.customers.create({});
    const received = await shop.waitFor(3);
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(1);
    const id = received[0]?.event.id ?? "";
    await expect.poll(async () => (await stripe.events.retrieve(id)).pending_webhooks).toBe(0);
    const { deliveries } = await control<Log>("GET", "/deliveries");
    expect(deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [3, 200],
      [2, 503],
      [1, 500],
    ]);
    shop.answers.push(500, 500, 500);
    const lost = await stripe.customers.create({});
    await shop.waitFor(6);
    const { data } = await stripe.events.list({ delivery_success: false });
    expect(data.map((event) => (event.data.object as Stripe.Customer).id)).toEqual([lost.id]);
  });

  it("can come many times at once", async () => {
    await fault({ kind: "webhook_duplicate", copies: 5 });
    await stripe.customers.create({});
    const received = await shop.waitFor(5);
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(1);
  });

  it("can come in the wrong order", async () => {
    await listenFor("charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
    await fault({ kind: "webhook_reorder", hold: 2 });
    await payWith(APPROVED);
    await shop.waitFor(3);
    expect(shop.types()).toEqual([
      "checkout.session.completed",
      "payment_intent.succeeded",
      "charge.succeeded",
    ]);
  });

  it("can be held back until they are let go", async () => {
    await fault({ kind: "webhook_reorder", hold: 20 });
    await stripe.customers.create({});
    expect(await control("POST", "/deliveries/release", {})).toEqual({ released: 1 });
    await shop.waitFor(1);
  });

  it("can be lost, while the list of events knows better", async () => {
    await listenFor("checkout.session.completed", "charge.succeeded");
    await fault({ kind: "webhook_drop", type: "checkout.*" });
    await payWith(APPROVED);
    await shop.waitFor(1);
    expect(shop.types()).toEqual(["charge.succeeded"]);
    const { data } = await stripe.events.list({ type: "checkout.session.completed" });
    expect(data.map((event) => event.pending_webhooks)).toEqual([1]);
    await control("POST", `/events/${data[0]?.id}/resend`, {});
    await shop.waitFor(2);
    expect(shop.types()).toContain("checkout.session.completed");
  });

  it("can be damaged on the way, and come whole at the next attempt", async () => {
    shop.answers.push(400);
    await fault({ kind: "webhook_corrupt" });
    await stripe.customers.create({});
    const [damaged, whole] = await shop.waitFor(2);
    const verify = (one: Received | undefined) => () =>
      stripe.webhooks.constructEvent(one?.body ?? "", one?.signature ?? "", SECRET);
    expect(verify(damaged)).toThrow("No signatures found matching");
    expect(verify(whole)).not.toThrow();
  });

  it.each([-301, 301])("can be signed %i s off", async (seconds) => {
    await fault({ kind: "webhook_skew", seconds });
    await stripe.customers.create({});
    const [{ body, signature, at } = { body: "", signature: "", at: 0 }] = await shop.waitFor(1);
    const signedAt = Number(/t=(\d+)/.exec(signature)?.[1]);
    expect(Math.abs(signedAt - Math.floor(at / 1000) - seconds)).toBeLessThanOrEqual(1);
    const verify = () => stripe.webhooks.constructEvent(body, signature, SECRET);
    // The SDK looks at the past only: the shop has to look at the future itself.
    if (seconds < 0) expect(verify).toThrow("tolerance");
    else expect(verify).not.toThrow();
  });

  it("can claim another mode, version or account, well signed", async () => {
    const fields = { livemode: true, api_version: "2019-01-01", account: "acct_other" };
    await fault({ kind: "webhook_alter", fields });
    await stripe.customers.create({});
    const [{ body, signature } = { body: "", signature: "" }] = await shop.waitFor(1);
    expect(stripe.webhooks.constructEvent(body, signature, SECRET)).toMatchObject(fields);
    const { data } = await stripe.events.list();
    expect(data[0]).toMatchObject({ livemode: false, api_version: Stripe.API_VERSION });
  });

  it("can claim another amount, well signed", async () => {
    await listenFor("checkout.session.completed");
    await fault({ kind: "webhook_alter", object: { amount_total: 1, currency: "usd" } });
    await payWith(APPROVED);
    const [{ body, signature } = { body: "", signature: "" }] = await shop.waitFor(1);
    expect(stripe.webhooks.constructEvent(body, signature, SECRET).data.object).toMatchObject({
      amount_total: 1,
      currency: "usd",
      payment_status: "paid",
    });
    const { data } = await stripe.events.list({ type: "checkout.session.completed" });
    expect(data[0]?.data.object).toMatchObject({ amount_total: AMOUNT, currency: "vnd" });
  });

  it("can come late, by the mock's clock, and are signed by the receiver's", async () => {
    await fault({ kind: "webhook_delay", ms: 600_000 });
    await stripe.customers.create({});
    expect(shop.received).toHaveLength(0);
    await advance(601);
    const [{ body, signature } = { body: "", signature: "" }] = await shop.waitFor(1);
    expect(() => stripe.webhooks.constructEvent(body, signature, SECRET)).not.toThrow();
    const signedAt = Number(/t=(\d+)/.exec(signature)?.[1]);
    expect(Math.abs(signedAt - Date.now() / 1000)).toBeLessThan(60);
  });

  it("may come before the answer to the request that caused them", async () => {
    await fault({ kind: "late_answer", ms: 300, path: "/v1/customers" });
    let isAnswered = false;
    const made = stripe.customers.create({}).then((customer) => {
      isAnswered = true;
      return customer;
    });
    const [first] = await shop.waitFor(1);
    expect(isAnswered).toBe(false);
    expect(first?.event.data.object).toMatchObject({ id: (await made).id });
  });
});

describe("faults of requests", () => {
  it("resets the connection after the work was done: the SDK's own retry finds the one session", async () => {
    await fault({ kind: "reset_after_commit", path: "/v1/checkout/sessions" });
    const session = await openSession();
    const { data } = await stripe.checkout.sessions.list();
    expect(data.map(({ id }) => id)).toEqual([session.id]);
  });

  it("resets the connection before anything was done", async () => {
    await fault({ kind: "reset_before_commit", times: 2, path: "/v1/customers" });
    const error = await errorOf(stripe.customers.create({}));
    expect(error).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(await control("GET", "")).toMatchObject({ customers: 0, faults: 0 });
  });

  it("stays silent after the work was done, and gives the same key the same answer", async () => {
    await fault({ kind: "time_out", method: "POST" });
    const idempotencyKey = randomUUID();
    const hasty = client({ timeout: 200 });
    const error = await errorOf(hasty.customers.create({ name: "Lan" }, { idempotencyKey }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    const found = await stripe.customers.create({ name: "Lan" }, { idempotencyKey });
    expect(found.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(await control("GET", "")).toMatchObject({ customers: 1 });
  });

  it.each([429, 500, 503])("answers %i as often as told", async (status) => {
    await fault({ kind: "error", status, times: 2, path: "/v1/balance" });
    for (let i = 0; i < 2; i += 1) {
      expect((await errorOf(stripe.balance.retrieve())).statusCode).toBe(status);
    }
    expect((await stripe.balance.retrieve()).object).toBe("balance");
  });

  it("is survived by a client that tries again with its key", async () => {
    await fault({ kind: "error", status: 503, times: 2, path: "/v1/customers" });
    await client({ maxNetworkRetries: 3 }).customers.create({});
    expect(await control("GET", "")).toMatchObject({ customers: 1 });
  });

  it("can keep a 500 under its key, as Stripe does", async () => {
    await fault({ kind: "error", status: 500, stored: true });
    const idempotencyKey = randomUUID();
    for (let i = 0; i < 2; i += 1) {
      expect((await errorOf(stripe.customers.create({}, { idempotencyKey }))).statusCode).toBe(500);
    }
  });

  it("refuses a fault that it does not know", async () => {
    await expect(fault({ kind: "earthquake" })).rejects.toThrow();
    await expect(fault({ kind: "error", status: 418 })).rejects.toThrow();
  });
});

describe("idempotency keys", () => {
  it("are in use while the first request is under way", async () => {
    await fault({ kind: "slow_start", ms: 300 });
    const key = { idempotencyKey: randomUUID() };
    const first = stripe.customers.create({ name: "Lan" }, key);
    await expect
      .poll(async () => (await control<{ faults: unknown[] }>("GET", "/faults")).faults)
      .toEqual([]);
    const error = await errorOf(stripe.customers.create({ name: "Lan" }, key));
    expect([error.statusCode, error.code]).toEqual([409, "idempotency_key_in_use"]);
    const found = await stripe.customers.create({ name: "Lan" }, key).catch(() => first);
    expect(found.id).toBe((await first).id);
  });

  it("make one thing of two requests at once", async () => {
    const key = { idempotencyKey: randomUUID() };
    const params = { amount: AMOUNT, currency: "vnd" };
    const both = await Promise.all([
      stripe.paymentIntents.create(params, key),
      stripe.paymentIntents.create(params, key),
    ]);
    expect(both[0].id).toBe(both[1].id);
  });

  it("belong to one address", async () => {
    const key = { idempotencyKey: randomUUID() };
    await stripe.customers.create({}, key);
    const error = await errorOf(
      stripe.paymentIntents.create({ amount: AMOUNT, currency: "vnd" }, key),
    );
    expect(error.rawType).toBe("idempotency_error");
  });

  it("ask for the same parameters, in whatever order", async () => {
    const key = { idempotencyKey: randomUUID() };
    const first = await stripe.customers.create({ name: "Lan", email: "lan@example.com" }, key);
    const second = await stripe.customers.create({ email: "lan@example.com", name: "Lan" }, key);
    expect(second.id).toBe(first.id);
  });

  it("are free again when a request was refused before it began", async () => {
    const key = { idempotencyKey: randomUUID() };
    const small = await errorOf(stripe.paymentIntents.create({ amount: 1, currency: "vnd" }, key));
    expect(small.code).toBe("amount_too_small");
    const params = { amount: AMOUNT, currency: "vnd" };
    expect((await stripe.paymentIntents.create(params, key)).amount).toBe(AMOUNT);
  });

  it("are forgotten after 24 hours", async () => {
    const key = { idempotencyKey: randomUUID() };
    const first = await stripe.customers.create({}, key);
    await advance(24 * 3600 - 60);
    expect((await stripe.customers.create({}, key)).id).toBe(first.id);
    await advance(120);
    expect((await stripe.customers.create({}, key)).id).not.toBe(first.id);
  });
});

describe("what comes later", () => {
  it("a refund can fail days after it was taken on", async () => {
    await fault({ kind: "refund_fails" });
    const { id: payment_intent } = await payWith(APPROVED);
    const refund = await stripe.refunds.create({ payment_intent, amount: 100_000 });
    expect(refund.status).toBe("succeeded");
    await advance(2 * 3600);
    const failed = await stripe.refunds.retrieve(refund.id, { expand: ["charge"] });
    expect(failed).toMatchObject({ status: "failed", failure_reason: "expired_or_canceled_card" });
    expect(failed.charge).toMatchObject({ amount_refunded: 0, refunded: false });
    await expect.poll(() => shop.types()).toContain("refund.failed");
    const { data } = await stripe.balanceTransactions.list({ source: refund.id });
    expect(data.map(({ type, amount }) => [type, amount])).toEqual([
      ["refund_failure", 100_000],
      ["refund", -100_000],
    ]);
  });

  it("a refund can wait, and be decided on demand", async () => {
    const { id: payment_intent } = await payWith("4000000000007726");
    const refund = await stripe.refunds.create({ payment_intent });
    expect(refund.status).toBe("pending");
    await control("POST", `/refunds/${refund.id}`, { outcome: "succeeded" });
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
    await expect.poll(() => shop.types()).toContain("refund.updated");
    await advance(2 * 3600);
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
  });

  it.each([
    ["won", AMOUNT, "charge.dispute.funds_reinstated"],
    ["lost", 0, "charge.dispute.closed"],
  ] as const)("a dispute withdraws the money, and is %s", async (outcome, back, event) => {
    const intent = await payWith("4000000000000259");
    await expect.poll(() => shop.types()).toContain("charge.dispute.funds_withdrawn");
    expect(shop.types().indexOf("checkout.session.completed")).toBeGreaterThanOrEqual(0);
    const opened = shop.received.find(({ event: one }) => one.type === "charge.dispute.created");
    if (opened?.event.type !== "charge.dispute.created") throw new Error("no dispute came");
    const { id } = opened.event.data.object;
    const dispute = await stripe.disputes.retrieve(id, { expand: ["charge"] });
    expect(dispute).toMatchObject({ status: "needs_response", amount: AMOUNT });
    expect(dispute.charge).toMatchObject({ disputed: true });
    const refund = await errorOf(stripe.refunds.create({ payment_intent: intent.id }));
    expect(refund.code).toBe("charge_disputed");
    await control("POST", `/disputes/${id}`, { outcome });
    await expect.poll(() => shop.types()).toContain(event);
    const { data } = await stripe.balanceTransactions.list({ source: id });
    expect(data.reduce((sum, { amount }) => sum + amount, 0)).toBe(back - AMOUNT);
    await expect(control("POST", `/disputes/${id}`, { outcome })).rejects.toThrow("closed already");
  });

  it("a dispute can come long after the payment", async () => {
    const intent = await payWith(APPROVED);
    await advance(60 * 86_400);
    await control("POST", "/disputes", {
      charge: intent.latest_charge,
      reason: "product_not_received",
    });
    await expect.poll(() => shop.types()).toContain("charge.dispute.created");
  });

  it.each([
    ["4000007040000017", "checkout.session.async_payment_succeeded", "paid"],
    ["4000007040000025", "checkout.session.async_payment_failed", "unpaid"],
  ])(
    "a delayed payment by %s completes the session unpaid, then %s",
    async (number, type, status) => {
      const { id, url } = await openSession();
      expect((await submit(url, typed(number))).status).toBe(303);
      const waiting = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
      expect(waiting).toMatchObject({ status: "complete", payment_status: "unpaid" });
      expect(waiting.payment_intent).toMatchObject({ status: "processing", amount_received: 0 });
      expect((await stripe.balance.retrieve()).pending[0]?.amount).toBe(0);
      await advance(3 * 86_400);
      await expect.poll(() => shop.types()).toContain(type);
      expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe(status);
    },
  );

  it("a delayed payment can be decided on demand, once", async () => {
    const intent = await payWith("4000007040000025");
    await control("POST", `/payment_intents/${intent.id}`, { outcome: "succeeded" });
    const expand = ["latest_charge"];
    const paid = await stripe.paymentIntents.retrieve(intent.id, { expand });
    expect(paid).toMatchObject({ status: "succeeded", amount_received: AMOUNT });
    expect(paid.latest_charge).toMatchObject({ status: "succeeded", paid: true });
    expect((await stripe.balance.retrieve()).pending[0]?.amount).toBe(AMOUNT - 17_000);
    const again = control("POST", `/payment_intents/${intent.id}`, { outcome: "failed" });
    await expect(again).rejects.toThrow("not processing");
  });
});

describe("balance", () => {
  it("is the sum of its transactions, and available after a week", async () => {
    const { id: payment_intent } = await payWith(APPROVED);
    await stripe.refunds.create({ payment_intent, amount: 50_000 });
    await payWith("4000000000000259");
    await expect.poll(() => shop.types()).toContain("charge.dispute.funds_withdrawn");
    const { data } = await stripe.balanceTransactions.list();
    const sum = data.reduce((total, { net }) => total + net, 0);
    const of = async () => {
      const { available, pending } = await stripe.balance.retrieve();
      return [available[0]?.amount, pending[0]?.amount];
    };
    expect(data).toHaveLength(4);
    expect(await of()).toEqual([0, sum]);
    await advance(8 * 86_400);
    expect(await of()).toEqual([sum, 0]);
  });

  it("can be in the currency of a true account, with an exchange rate", async () => {
    await mock.close();
    mock = await startStripeMock({ port: 0, settlementCurrency: "usd" });
    stripe = client();
    const { id } = await payWith(APPROVED);
    const intent = await stripe.paymentIntents.retrieve(id, {
      expand: ["latest_charge.balance_transaction"],
    });
    const charge = intent.latest_charge as Stripe.Charge;
    expect([charge.amount, charge.currency]).toEqual([AMOUNT, "vnd"]);
    const movement = charge.balance_transaction as Stripe.BalanceTransaction;
    expect([movement.amount, movement.currency]).toEqual([962, "usd"]);
    expect(movement.exchange_rate).toBeCloseTo(1 / 26_000, 8);
  });
});

describe("memory", () => {
  it("is bounded: past the cap the oldest goes", () => {
    const shelf = new Shelf<{ id: string }>(2);
    for (const id of ["a", "b", "c"]) shelf.put({ id });
    expect(shelf.newestFirst().map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("lets what is due happen in the order of its time, also what falls due by that", () => {
    const clock = new Clock(() => 0);
    const happened: string[] = [];
    clock.at(2_000, () => happened.push("second"));
    clock.at(1_000, () => {
      happened.push("first");
      clock.at(1_500, () => happened.push("by the first"));
    });
    clock.at(60_000, () => happened.push("too late"));
    clock.advance(10);
    clock.stop();
    expect(happened).toEqual(["first", "by the first", "second"]);
  });
});

describe("control door", () => {
  it("cannot be reached by a form of some web page", async () => {
    const body = new URLSearchParams({ a: "b" });
    const response = await fetch(`${mock.url}/_mock/reset`, { method: "POST", body });
    expect(response.status).toBe(415);
  });

  it("forgets everything on demand, but for the endpoints", async () => {
    await fault({ kind: "webhook_drop" });
    await payWith(APPROVED);
    await control("POST", "/reset", {});
    expect(await control("GET", "")).toMatchObject({ checkout_sessions: 0, events: 0, faults: 0 });
    const before = shop.received.length;
    await stripe.customers.create({});
    await shop.waitFor(before + 1);
  });
});
