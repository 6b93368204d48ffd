import type Stripe from "stripe";
import { fail, succeed, type Result } from "~/platform/result";
import { askStripe } from "./ask-stripe.server";
import {
  CARD_EVENT_TYPES,
  type CardFailure,
  type CardProvider,
  type CardSession,
  type CardSpan,
  type NewCardRefund,
  type NewCardSession,
} from "./card-provider";
import {
  API_VERSION,
  ATTEMPT,
  balanceOf,
  disputeOf,
  eventOf,
  intentOf,
  movementOf,
  REFUND,
  refundOf,
  sessionOf,
} from "./stripe-shapes";

const SECOND_MS = 1_000;
const TIMEOUT_MS = 5_000;
const PAGE = 100;
/** Of one question about a span: more are asked for in a shorter one. */
const EVENTS_MAX = 1_000;
/** Around an attempt whose answer never came: our clock and theirs may differ. */
const AROUND_S = 15 * 60;
/** Of one question about what moved the balance. */
const MOVEMENTS_MAX = 10_000;
const WITH_CHARGE = ["latest_charge.balance_transaction"];

type Ask = <Value>(
  question: string,
  of: (client: Stripe) => Promise<Value>,
) => Promise<Result<Value, CardFailure>>;

/** Stripe behind our port. `base` is where it is asked, Stripe itself without. */
export function openStripe({ key, base }: { key: string; base: string | undefined }): CardProvider {
  let opened: Promise<Stripe> | null = null;
  const stripe = () => (opened ??= connect(key, base));
  const askKept = <Value>(question: string, of: (client: Stripe) => Promise<Value>) =>
    askStripe(question, async () => of(await stripe()));
  // Of all but money that goes back: what this key will never answer is asked for anew, under another one.
  const ask: Ask = async (question, of) => {
    const answer = await askKept(question, of);
    if (answer.ok) return answer;
    return fail(answer.code === "card_error_kept" ? "card_refused" : answer.code);
  };
  const session = (question: string, of: (client: Stripe) => Promise<Stripe.Checkout.Session>) =>
    mapped(ask(question, of), sessionOf);
  return {
    isLive: /^[sr]k_live_/.test(key),
    apiVersion: API_VERSION,
    openSession: (asked) =>
      session("open session", (client) =>
        client.checkout.sessions.create(paramsOf(asked), { idempotencyKey: asked.attemptId }),
      ),
    readSession: (id) => session("read session", (client) => client.checkout.sessions.retrieve(id)),
    expireSession: (id) =>
      session("expire session", (client) =>
        client.checkout.sessions.expire(id, {}, { idempotencyKey: `${id}-expire` }),
      ),
    findSession: (attempt) => ask("find session", (client) => findSession(client, attempt)),
    readIntent: (id) =>
      mapped(
        ask("read intent", (client) => client.paymentIntents.retrieve(id, { expand: WITH_CHARGE })),
        intentOf,
      ),
    refund: (asked) =>
      mapped(
        askKept("refund", (client) =>
          client.refunds.create(refundParams(asked), { idempotencyKey: asked.refundId }),
        ),
        refundOf,
      ),
    listRefunds: (intentId) =>
      mapped(
        ask("list refunds", (client) =>
          client.refunds.list({ payment_intent: intentId, limit: PAGE }),
        ),
        ({ data }) => data.map(refundOf),
      ),
    readDispute: (id) =>
      mapped(
        ask("read dispute", (client) => client.disputes.retrieve(id)),
        disputeOf,
      ),
    listEvents: (span) => ask("list events", (client) => listEvents(client, span)),
    readBalance: () =>
      mapped(
        ask("read balance", (client) => client.balance.retrieve()),
        balanceOf,
      ),
    listMovements: (span) => ask("list movements", (client) => listMovements(client, span)),
  };
}

async function connect(key: string, base: string | undefined): Promise<Stripe> {
  const { default: StripeClient } = await import("stripe");
  const where = base === undefined ? {} : placeOf(new URL(base));
  // Our own retries know of 429, and of errors that are kept under a key.
  return new StripeClient(key, {
    ...where,
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
  });
}

function placeOf({ protocol, hostname, port }: URL) {
  const isSecure = protocol === "https:";
  // Without a port the SDK takes 443, also for http.
  return {
    host: hostname,
    port: port === "" ? (isSecure ? 443 : 80) : port,
    protocol: isSecure ? ("https" as const) : ("http" as const),
  };
}

async function mapped<Told, Value, Code extends string>(
  asked: Promise<Result<Told, Code>>,
  map: (told: Told) => Value,
): Promise<Result<Value, Code>> {
  const answer = await asked;
  return answer.ok ? succeed(map(answer.value)) : answer;
}

function paramsOf(asked: NewCardSession): Stripe.Checkout.SessionCreateParams {
  const metadata = { [ATTEMPT]: asked.attemptId };
  return {
    mode: "payment",
    allowed_payment_method_types: ["card"],
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: "vnd",
          unit_amount: asked.amountVnd,
          product_data: { name: `Chợ Phiên ${asked.reference}` },
        },
      },
    ],
    client_reference_id: asked.reference,
    metadata,
    payment_intent_data: { metadata, description: asked.reference },
    locale: asked.language,
    success_url: asked.returnUrl,
    cancel_url: asked.returnUrl,
    expires_at: Math.floor(asked.expiresAt / SECOND_MS),
  };
}

function refundParams(asked: NewCardRefund): Stripe.RefundCreateParams {
  return {
    charge: asked.chargeId,
    amount: asked.amountVnd,
    reason: asked.cause === "duplicate" ? "duplicate" : "requested_by_customer",
    metadata: { [REFUND]: asked.refundId },
  };
}

async function findSession(
  client: Stripe,
  attempt: { id: string; createdAt: number },
): Promise<CardSession | null> {
  const createdS = Math.floor(attempt.createdAt / SECOND_MS);
  const created = { gte: createdS - AROUND_S, lte: createdS + 2 * AROUND_S };
  const listed = client.checkout.sessions.list({ created, limit: PAGE });
  const sessions = await listed.autoPagingToArray({ limit: EVENTS_MAX });
  const own = sessions.find(({ metadata }) => metadata?.[ATTEMPT] === attempt.id);
  return own ? sessionOf(own) : null;
}

async function listEvents(client: Stripe, span: { from: number; to: number }) {
  const listed = client.events.list({
    types: [...CARD_EVENT_TYPES],
    created: { gte: span.from, lte: span.to },
    limit: PAGE,
  });
  const events = await listed.autoPagingToArray({ limit: EVENTS_MAX });
  if (events.length === EVENTS_MAX) return { kind: "too_many" as const };
  return { kind: "events" as const, events: events.map(eventOf).toReversed() };
}

async function listMovements(client: Stripe, span: CardSpan) {
  const listed = client.balanceTransactions.list({
    created: { gte: span.from, lte: span.to },
    limit: PAGE,
  });
  const movements = await listed.autoPagingToArray({ limit: MOVEMENTS_MAX });
  const oldest = movements.length === MOVEMENTS_MAX ? movements.at(-1) : undefined;
  // Of that second some may have been left out.
  return { from: oldest ? oldest.created + 1 : span.from, movements: movements.map(movementOf) };
}
