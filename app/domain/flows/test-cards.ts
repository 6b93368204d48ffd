import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { startStripeMock, type StripeMock } from "stripe-mock";
import { checkouts } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { cardAttempts, cardCharges, cardEvents } from "~db/schema/payments-cards";
import { GUEST } from "~/domain/audit/actor";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import type { CardProvider } from "~/domain/payments/card-provider";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { openTestDatabase } from "~/platform/test-database.server";
import { openCardSession } from "./open-card-session.server";
import { placeCheckout } from "./place-checkout.server";
import { takeCardNotice } from "./take-card-notice.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  ownPhone,
  testSubmission,
} from "./test-shop";

/** Test support: a shop that takes cards, and a Stripe of its own with its clock. */
export const SECRET = "whsec_of_these_tests_alone";
export const DUE = 222_000; // 185,000 and 37,000 for 700 g
export const CARDS = {
  approved: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  verified: "4000 0025 0000 3155",
  disputed: "4000 0000 0000 0259",
  slow: "4000 0070 4000 0017",
  slowThenRefused: "4000 0070 4000 0025",
} as const;

export type CardShop = {
  mock: StripeMock;
  provider: CardProvider;
  productId: string;
  close: () => Promise<void>;
};

export async function openCardShop(env: Record<string, string> = {}): Promise<CardShop> {
  const mock = await startStripeMock({ port: 0, now });
  const closeDatabase = openTestDatabase({
    STRIPE_API_BASE: mock.url,
    STRIPE_SECRET_KEY: "sk_test_cards",
    STRIPE_WEBHOOK_SECRET: SECRET,
    ...env,
  });
  await insertTestShop();
  const householdId = await insertTestHousehold();
  const productId = await insertTestProduct({ householdId, stockCount: 100_000_000 });
  return {
    mock,
    provider: present(openCardProvider(), "no cards"),
    productId,
    close: async () => {
      closeDatabase();
      await mock.close();
    },
  };
}

/** A buyer's order that is to be paid by card. */
export async function placeCardOrder(
  productId: string,
  { quantity = 1, totalVnd = DUE }: { quantity?: number; totalVnd?: number } = {},
) {
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId, quantity }],
      expectedTotalVnd: vnd(totalVnd),
      buyerPhone: ownPhone(),
      method: "card",
    }),
  );
  if (!placed.ok) throw new Error(placed.code);
  const [row] = await reader()
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(eq(checkouts.code, placed.value.code));
  return { code: placed.value.code, id: present(row, "no checkout").id };
}

const RETURN_URL = "http://127.0.0.1:3000/orders/-/card";

export function openSession(checkoutId: string) {
  return openCardSession(GUEST, { checkoutId, language: "vi", returnUrl: RETURN_URL });
}

export async function openedSession(checkoutId: string) {
  const opened = await openSession(checkoutId);
  if (!opened.ok || opened.value.url === null) throw new Error("no session was opened");
  return opened.value.url;
}

/** What the buyer does on the provider's page. */
export async function payOnPage(url: string, number: string = CARDS.approved): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ test_card: number }),
  });
}

/** Everything of one order that a test may ask about. */
export async function standOf(checkoutId: string) {
  const [row] = await reader()
    .select({ checkout: checkouts.status, payment: payments })
    .from(payments)
    .innerJoin(checkouts, eq(checkouts.id, payments.checkoutId))
    .where(eq(payments.checkoutId, checkoutId));
  const { checkout, payment } = present(row, "no payment");
  const attempts = await reader()
    .select()
    .from(cardAttempts)
    .where(eq(cardAttempts.paymentId, payment.id))
    .orderBy(cardAttempts.createdAt, cardAttempts.id);
  const charges = await reader()
    .select({ charge: cardCharges })
    .from(cardCharges)
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .where(eq(cardAttempts.paymentId, payment.id));
  return {
    checkout,
    payment: payment.status,
    capturedVnd: payment.capturedVnd,
    attempts,
    charges: charges.map(({ charge }) => charge),
    owedVnd: await balanceOf({ kind: "refund_due", ownerId: checkoutId }),
    buyerVnd: await balanceOf({ kind: "buyer", ownerId: checkoutId }),
  };
}

export const listEvents = () => reader().select().from(cardEvents);

/** Talks to the mock's controls. */
export async function control<Answer = unknown>(
  mock: StripeMock,
  path: string,
  { method, body }: { method: "POST" | "PUT" | "DELETE"; body?: unknown },
): Promise<Answer> {
  const answer = await fetch(`${mock.url}/_mock/${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Asks the mock's API as the provider's own pages would. */
export async function api<Answer = Record<string, unknown>>(
  mock: StripeMock,
  path: string,
): Promise<Answer> {
  const headers = { Authorization: "Bearer sk_test_cards" };
  const answer = await fetch(`${mock.url}/v1/${path}`, { headers });
  return (await answer.json()) as Answer;
}

/** The shop's door as the provider sees it; what it is sent is answered as the true door does. */
export async function openDoor(mock: StripeMock, secrets = [SECRET]): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const header = (name: string) => String(request.headers[name.toLowerCase()] ?? "");
      takeCardNotice({ rawBody: Buffer.concat(parts), header }).then(
        (taken) => response.writeHead(taken.ok ? 200 : 503).end(),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/webhooks/stripe`;
  await control(mock, "endpoints", { method: "PUT", body: [{ url, secrets }] });
  return async () => {
    await control(mock, "endpoints", { method: "PUT", body: [] });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

/** An event as the provider would send it, signed by these secrets at this moment. */
export function signedNotice(
  body: string,
  { secrets = [SECRET], at = now() }: { secrets?: string[]; at?: number } = {},
) {
  const timestamp = Math.floor(at / 1_000);
  const signature = (secret: string) =>
    createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const value = [`t=${timestamp}`, ...secrets.map((one) => `v1=${signature(one)}`)].join(",");
  return {
    rawBody: Buffer.from(body),
    header: (name: string) => (name.toLowerCase() === "stripe-signature" ? value : null),
  };
}
