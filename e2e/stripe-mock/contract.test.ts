import { randomUUID } from "node:crypto";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStripeMock, type StripeMock } from "./start-stripe-mock";

/**
 * What the shop relies on, asked of each Stripe that is at hand: ours always, Stripe's own stripe-mock when
 * STRIPE_MOCK_URL answers, Stripe's test mode when STRIPE_TEST_KEY is set. What is not at hand is skipped by name.
 */

type Target = {
  name: string;
  /** The official one forgets everything and answers from fixtures. */
  isStateless: boolean;
  /** Why it cannot be asked, when it cannot. */
  absence: string | undefined;
  connect: () => Promise<Stripe>;
};

const OFFICIAL_URL = process.env["STRIPE_MOCK_URL"];
const TEST_KEY = process.env["STRIPE_TEST_KEY"];

function clientAt(url: string): Stripe {
  const { hostname, port, protocol } = new URL(url);
  // Without a port the SDK takes 443, also for http.
  return new Stripe("sk_test_contract", {
    host: hostname,
    port: port === "" ? (protocol === "https:" ? 443 : 80) : port,
    protocol: protocol === "https:" ? "https" : "http",
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

async function officialAbsence(): Promise<string | undefined> {
  if (OFFICIAL_URL === undefined) return "STRIPE_MOCK_URL is not set";
  try {
    await fetch(OFFICIAL_URL, { signal: AbortSignal.timeout(2_000) });
    return undefined;
  } catch {
    return "STRIPE_MOCK_URL is set, but nobody answers there";
  }
}

function testModeAbsence(): string | undefined {
  if (TEST_KEY === undefined) return "STRIPE_TEST_KEY is not set";
  return /^(sk|rk)_test_/.test(TEST_KEY) ? undefined : "STRIPE_TEST_KEY is no key of test mode";
}

let ours: StripeMock | undefined;
afterAll(() => ours?.close());

const TARGETS: Target[] = [
  {
    name: "our stand-in",
    isStateless: false,
    absence: undefined,
    connect: async () => {
      ours = await startStripeMock({ port: 0 });
      return clientAt(ours.url);
    },
  },
  {
    name: "Stripe's stripe-mock",
    isStateless: true,
    absence: await officialAbsence(),
    connect: () => Promise.resolve(clientAt(OFFICIAL_URL ?? "")),
  },
  {
    name: "Stripe's test mode",
    isStateless: false,
    absence: testModeAbsence(),
    connect: () =>
      Promise.resolve(new Stripe(TEST_KEY ?? "", { maxNetworkRetries: 2, telemetry: false })),
  },
];

const AMOUNT = 250_000;

function sessionParams(unitAmount = AMOUNT) {
  return {
    mode: "payment",
    allowed_payment_method_types: ["card"],
    client_reference_id: "UQ23456789",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: "vnd",
          unit_amount: unitAmount,
          product_data: { name: "Mật ong bạc hà" },
        },
      },
    ],
    locale: "vi",
    metadata: { checkout: "chk_1", "ghi chú": "đơn & thử = 100 %" },
    payment_intent_data: { metadata: { checkout: "chk_1" } },
    success_url: "https://shop.example/orders?session={CHECKOUT_SESSION_ID}",
    cancel_url: "https://shop.example/cart",
  } satisfies Stripe.Checkout.SessionCreateParams;
}

const paidBy = (token: string): Stripe.PaymentIntentCreateParams => ({
  amount: AMOUNT,
  currency: "vnd",
  confirm: true,
  payment_method: token,
  automatic_payment_methods: { enabled: true, allow_redirects: "never" },
});

/** The error that a call ends in; a call that succeeds fails the test. */
async function errorOf(
  call: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

for (const { name, isStateless, absence, connect } of TARGETS) {
  const title = absence === undefined ? name : `${name} (skipped: ${absence})`;
  describe.skipIf(absence !== undefined)(title, () => {
    let stripe: Stripe;
    beforeAll(async () => {
      stripe = await connect();
    });

    /** What needs a memory or rules beyond the types, skipped by name where there are none. */
    const living = (what: string, test: () => Promise<void>) =>
      isStateless
        ? it.skip(`${what} (skipped: the official stripe-mock has no memory and no rules)`, test)
        : it(what, test);

    it("opens a checkout session with a page of its own", async () => {
      const session = await stripe.checkout.sessions.create(sessionParams());
      expect(session.object).toBe("checkout.session");
      expect(session.id).toMatch(/^cs_/);
      expect(session.livemode).toBe(false);
      expect(session.lastResponse.headers["request-id"]).toMatch(/^req_/);
    });

    living("takes đồng as whole numbers, and gives back what it was given", async () => {
      const opened = await stripe.checkout.sessions.create(sessionParams());
      const session = await stripe.checkout.sessions.retrieve(opened.id, {
        expand: ["line_items"],
      });
      expect(session).toMatchObject({
        amount_total: AMOUNT,
        currency: "vnd",
        status: "open",
        payment_status: "unpaid",
        payment_intent: null,
        client_reference_id: "UQ23456789",
        metadata: { checkout: "chk_1", "ghi chú": "đơn & thử = 100 %" },
        locale: "vi",
        ui_mode: "hosted_page",
        success_url: "https://shop.example/orders?session={CHECKOUT_SESSION_ID}",
      });
      expect(session.url).toMatch(/^https?:/);
      expect(session.line_items?.data[0]).toMatchObject({
        amount_total: AMOUNT,
        quantity: 1,
        description: "Mật ong bạc hà",
      });
      expect(session.expires_at - session.created).toBe(24 * 3600);
    });

    living("expires an open session, and no session twice", async () => {
      const opened = await stripe.checkout.sessions.create(sessionParams());
      const expired = await stripe.checkout.sessions.expire(opened.id);
      expect(expired).toMatchObject({ status: "expired", url: null });
      const again = await errorOf(stripe.checkout.sessions.expire(opened.id));
      expect([again.statusCode, again.rawType]).toEqual([400, "invalid_request_error"]);
    });

    living("finds sessions by their state, newest first", async () => {
      const older = await stripe.checkout.sessions.create(sessionParams());
      const newer = await stripe.checkout.sessions.create(sessionParams());
      const listed = await stripe.checkout.sessions.list({ status: "open", limit: 2 });
      expect(listed.data.map((session) => session.id)).toEqual([newer.id, older.id]);
    });

    it("refuses a parameter that it does not know", async () => {
      const wrong = { ...sessionParams(), surprise: "1" };
      const error = await errorOf(stripe.checkout.sessions.create(wrong));
      expect([error.statusCode, error.rawType]).toEqual([400, "invalid_request_error"]);
    });

    living("says which parameter it does not know", async () => {
      const error = await errorOf(
        stripe.paymentIntents.create(
          Object.assign({ amount: AMOUNT, currency: "vnd" }, { payment_mehtod: "pm_card_visa" }),
        ),
      );
      expect([error.code, error.param]).toEqual(["parameter_unknown", "payment_mehtod"]);
      expect(error.message).toContain("Received unknown parameter: payment_mehtod");
    });

    living("refuses a session without the address to come back to", async () => {
      const { success_url: _address, ...params } = sessionParams();
      const error = await errorOf(stripe.checkout.sessions.create(params));
      expect([error.statusCode, error.code, error.param]).toEqual([
        400,
        "parameter_missing",
        "success_url",
      ]);
    });

    living("refuses amounts with a fraction, below nothing, too small, too large", async () => {
      const codeOf = async (amount: number) =>
        (await errorOf(stripe.paymentIntents.create({ amount, currency: "vnd" }))).code;
      expect(await codeOf(1.5)).toBe("parameter_invalid_integer");
      expect(await codeOf(-1)).toBe("parameter_invalid_integer");
      expect(await codeOf(1)).toBe("amount_too_small");
      expect(await codeOf(100_000_000)).toBe("amount_too_large");
    });

    living("refuses such totals of a session too", async () => {
      const codeOf = async (amount: number) =>
        (await errorOf(stripe.checkout.sessions.create(sessionParams(amount)))).code;
      expect(await codeOf(1.5)).toBe("parameter_invalid_integer");
      expect(await codeOf(1)).toBe("amount_too_small");
      expect(await codeOf(100_000_000)).toBe("amount_too_large");
    });

    living("answers 404 for what it has never seen", async () => {
      for (const call of [
        () => stripe.checkout.sessions.retrieve("cs_test_none"),
        () => stripe.paymentIntents.retrieve("pi_none"),
        () => stripe.charges.retrieve("ch_none"),
        () => stripe.refunds.retrieve("re_none"),
        () => stripe.events.retrieve("evt_none"),
        () => stripe.customers.retrieve("cus_none"),
      ]) {
        const error = await errorOf(call());
        expect([error.statusCode, error.code]).toEqual([404, "resource_missing"]);
      }
    });

    it("refuses a key that is none of test mode", async () => {
      const error = await errorOf(stripe.balance.retrieve({}, { apiKey: "sk_live_none" }));
      expect(error.statusCode).toBe(401);
    });

    living("charges a card and puts the money on the balance", async () => {
      const intent = await stripe.paymentIntents.create({
        ...paidBy("pm_card_visa"),
        expand: ["latest_charge.balance_transaction"],
      });
      expect(intent).toMatchObject({ status: "succeeded", amount_received: AMOUNT });
      const charge = intent.latest_charge as Stripe.Charge;
      expect(charge).toMatchObject({
        object: "charge",
        paid: true,
        amount: AMOUNT,
        refunded: false,
      });
      const movement = charge.balance_transaction as Stripe.BalanceTransaction;
      expect(movement).toMatchObject({ type: "charge", source: charge.id });
      expect(movement.net).toBe(movement.amount - movement.fee);
      const listed = await stripe.balanceTransactions.list({ source: charge.id });
      expect(listed.data.map((one) => one.id)).toEqual([movement.id]);
    });

    living("moves the balance by just what its transactions say", async () => {
      const sumOf = ({ available, pending }: Stripe.Balance) =>
        [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0);
      const before = sumOf(await stripe.balance.retrieve());
      const { latest_charge: charge } = await stripe.paymentIntents.create(paidBy("pm_card_visa"));
      await stripe.refunds.create({ charge: charge as string, amount: AMOUNT - 1_000 });
      const listed = await stripe.balanceTransactions.list({
        created: { gte: Math.floor(Date.now() / 1_000) - 60 },
        limit: 2,
      });
      expect(listed.data.map((one) => one.type)).toEqual(["refund", "charge"]);
      const moved = listed.data.reduce((sum, { net }) => sum + net, 0);
      expect(sumOf(await stripe.balance.retrieve()) - before).toBe(moved);
    });

    living("says why a card was declined, with the intent", async () => {
      const error = await errorOf(
        stripe.paymentIntents.create(paidBy("pm_card_visa_chargeDeclinedInsufficientFunds")),
      );
      expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
      expect([error.statusCode, error.code, error.decline_code]).toEqual([
        402,
        "card_declined",
        "insufficient_funds",
      ]);
      expect(error.payment_intent?.status).toBe("requires_payment_method");
      expect(error.payment_intent?.last_payment_error?.decline_code).toBe("insufficient_funds");
    });

    living("lets a declined intent be paid with another card", async () => {
      const { confirm: _confirm, ...unpaid } = paidBy("pm_card_visa_chargeDeclined");
      const intent = await stripe.paymentIntents.create(unpaid);
      expect((await errorOf(stripe.paymentIntents.confirm(intent.id))).code).toBe("card_declined");
      const paid = await stripe.paymentIntents.confirm(intent.id, {
        payment_method: "pm_card_visa",
      });
      expect(paid.status).toBe("succeeded");
      const charges = await stripe.charges.list({ payment_intent: intent.id });
      expect(charges.data.map((charge) => charge.status)).toEqual(["succeeded", "failed"]);
    });

    living("cancels an intent that is not paid, and none that is", async () => {
      const open = await stripe.paymentIntents.create({ amount: AMOUNT, currency: "vnd" });
      const cancelled = await stripe.paymentIntents.cancel(open.id, {
        cancellation_reason: "abandoned",
      });
      expect(cancelled.status).toBe("canceled");
      const paid = await stripe.paymentIntents.create(paidBy("pm_card_visa"));
      const error = await errorOf(stripe.paymentIntents.cancel(paid.id));
      expect(error.code).toBe("payment_intent_unexpected_state");
    });

    living("refunds in parts, and never more than was paid", async () => {
      const { id: payment_intent } = await stripe.paymentIntents.create(paidBy("pm_card_visa"));
      const part = await stripe.refunds.create({ payment_intent, amount: 100_000 });
      expect(part).toMatchObject({ amount: 100_000, status: "succeeded", payment_intent });
      const tooMuch = await errorOf(stripe.refunds.create({ payment_intent, amount: 150_001 }));
      expect([tooMuch.statusCode, tooMuch.param]).toEqual([400, "amount"]);
      const rest = await stripe.refunds.create({ payment_intent, expand: ["charge"] });
      expect(rest.amount).toBe(150_000);
      expect(rest.charge).toMatchObject({ amount_refunded: AMOUNT, refunded: true });
      const again = await errorOf(stripe.refunds.create({ payment_intent }));
      expect(again.code).toBe("charge_already_refunded");
      const listed = await stripe.refunds.list({ payment_intent });
      expect(listed.data.map((refund) => refund.id)).toEqual([rest.id, part.id]);
    });

    living("answers a repeated key with the first answer", async () => {
      const idempotencyKey = randomUUID();
      const params = { amount: AMOUNT, currency: "vnd" };
      const first = await stripe.paymentIntents.create(params, { idempotencyKey });
      const second = await stripe.paymentIntents.create(params, { idempotencyKey });
      expect(second).toEqual(first);
      expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined();
      expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    });

    living("refuses a repeated key with other parameters", async () => {
      const idempotencyKey = randomUUID();
      await stripe.paymentIntents.create({ amount: AMOUNT, currency: "vnd" }, { idempotencyKey });
      const error = await errorOf(
        stripe.paymentIntents.create({ amount: AMOUNT + 1, currency: "vnd" }, { idempotencyKey }),
      );
      expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
      expect([error.statusCode, error.rawType]).toEqual([400, "idempotency_error"]);
    });

    living("repeats a decline under its key, but forgets what it never began", async () => {
      const key = { idempotencyKey: randomUUID() };
      const declined = paidBy("pm_card_visa_chargeDeclined");
      const first = await errorOf(stripe.paymentIntents.create(declined, key));
      const second = await errorOf(stripe.paymentIntents.create(declined, key));
      expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
      const other = { idempotencyKey: randomUUID() };
      await errorOf(stripe.paymentIntents.create({ amount: 1.5, currency: "vnd" }, other));
      const good = await stripe.paymentIntents.create({ amount: AMOUNT, currency: "vnd" }, other);
      expect(good.amount).toBe(AMOUNT);
    });

    living("tells in events what happened, newest first and page by page", async () => {
      const intent = await stripe.paymentIntents.create(paidBy("pm_card_visa"));
      const types = ["payment_intent.succeeded", "payment_intent.created"];
      const since = { created: { gte: intent.created }, types };
      const mine: Stripe.Event[] = [];
      for await (const event of stripe.events.list({ ...since, limit: 1 })) {
        if ((event.data.object as { id?: string }).id === intent.id) mine.push(event);
        if (mine.length === 2) break;
      }
      expect(mine.map((event) => event.type).toSorted()).toEqual(types.toSorted());
      expect(mine[0]).toMatchObject({
        object: "event",
        api_version: expect.any(String),
        livemode: false,
      });
      const one = await stripe.events.retrieve(mine[0]?.id ?? "");
      expect(one.type).toBe(mine[0]?.type);
    });

    living("keeps customers", async () => {
      const made = await stripe.customers.create({ email: "lan@example.com", name: "Lan" });
      const found = await stripe.customers.retrieve(made.id);
      expect(found).toMatchObject({ object: "customer", email: "lan@example.com", name: "Lan" });
    });

    it("tells the balance and the account", async () => {
      const balance = await stripe.balance.retrieve();
      expect(balance).toMatchObject({ object: "balance", livemode: false });
      const parts = [...balance.available, ...balance.pending];
      for (const { amount } of parts) expect(Number.isInteger(amount)).toBe(true);
      expect((await stripe.accounts.retrieveCurrent()).object).toBe("account");
    });
  });
}
