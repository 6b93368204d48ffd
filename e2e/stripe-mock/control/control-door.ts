import { z } from "zod";
import { StripeError } from "../api/stripe-error";
import { closeDispute, openDispute, retrieveDispute } from "../resources/disputes";
import { retrieveCharge } from "../resources/charges";
import { retrieveEvent } from "../resources/events";
import { retrievePaymentIntent } from "../resources/payment-intents";
import { createRefund, retrieveRefund, settleRefund } from "../resources/refunds";
import { finishDelayed } from "../resources/take-payment";
import type { World } from "../state/world";
import { ENDPOINT } from "../webhooks/endpoint";
import { FAULT } from "./faults";

export type ControlAnswer = { status: number; body: object };
type Command = { world: World; id: string; body: unknown };

const EMPTY = z.strictObject({});
const CLOCK = z.strictObject({
  advance_seconds: z
    .int()
    .min(0)
    .max(10 * 366 * 86_400),
});
const DISPUTE = z.strictObject({ charge: z.string(), reason: z.string().default("fraudulent") });
const REFUND = z.strictObject({ charge: z.string(), amount: z.int().min(1).optional() });
const WON_OR_LOST = z.strictObject({ outcome: z.enum(["won", "lost"]) });
const OUTCOME = z.strictObject({ outcome: z.enum(["succeeded", "failed"]) });

/** What tests ask of the mock that nobody can ask of Stripe; all of it lies under this one address. */
const COMMANDS: [method: string, path: RegExp, run: (command: Command) => object][] = [
  ["GET", /^\/_mock$/, ({ world }) => summary(world)],
  [
    "POST",
    /^\/_mock\/reset$/,
    ({ world, body }) => {
      EMPTY.parse(body);
      world.reset();
      return summary(world);
    },
  ],
  [
    "POST",
    /^\/_mock\/clock$/,
    ({ world, body }) => {
      world.clock.advance(CLOCK.parse(body).advance_seconds);
      return summary(world);
    },
  ],
  ["GET", /^\/_mock\/faults$/, ({ world }) => ({ faults: world.faults.list() })],
  ["POST", /^\/_mock\/faults$/, ({ world, body }) => world.faults.add(FAULT.parse(body))],
  [
    "DELETE",
    /^\/_mock\/faults$/,
    ({ world }) => {
      world.faults.clear();
      return { faults: [] };
    },
  ],
  ["GET", /^\/_mock\/deliveries$/, ({ world }) => ({ deliveries: world.deliveries.newestFirst() })],
  [
    "POST",
    /^\/_mock\/deliveries\/release$/,
    ({ world, body }) => {
      EMPTY.parse(body);
      return { released: world.deliveries.release() };
    },
  ],
  ["GET", /^\/_mock\/endpoints$/, ({ world }) => ({ endpoints: world.deliveries.getEndpoints() })],
  [
    "PUT",
    /^\/_mock\/endpoints$/,
    ({ world, body }) => {
      const endpoints = z.array(ENDPOINT).max(20).parse(body);
      world.deliveries.setEndpoints(endpoints);
      return { endpoints };
    },
  ],
  [
    "POST",
    /^\/_mock\/events\/([^/]+)\/resend$/,
    ({ world, id, body }) => {
      EMPTY.parse(body);
      const event = retrieveEvent(world, id);
      world.deliveries.resend(event);
      return event;
    },
  ],
  [
    "POST",
    /^\/_mock\/disputes$/,
    ({ world, body }) => {
      const { charge, reason } = DISPUTE.parse(body);
      return openDispute(world, retrieveCharge(world, charge), reason);
    },
  ],
  [
    "POST",
    /^\/_mock\/disputes\/([^/]+)$/,
    ({ world, id, body }) =>
      closeDispute(world, retrieveDispute(world, id), WON_OR_LOST.parse(body).outcome),
  ],
  [
    "POST",
    /^\/_mock\/refunds$/,
    ({ world, body }) => {
      const { charge, amount } = REFUND.parse(body);
      return createRefund(world, { charge, ...(amount === undefined ? {} : { amount }) });
    },
  ],
  [
    "POST",
    /^\/_mock\/refunds\/([^/]+)$/,
    ({ world, id, body }) =>
      settleRefund(world, retrieveRefund(world, id), OUTCOME.parse(body).outcome),
  ],
  [
    "POST",
    /^\/_mock\/payment_intents\/([^/]+)$/,
    ({ world, id, body }) => {
      const intent = retrievePaymentIntent(world, id);
      finishDelayed(world, intent, OUTCOME.parse(body).outcome);
      return intent;
    },
  ],
];

export function answerControl(
  world: World,
  request: { method: string; path: string; body: string },
): ControlAnswer {
  world.clock.runDue();
  for (const [method, pattern, run] of COMMANDS) {
    const match = method === request.method ? pattern.exec(request.path) : null;
    if (!match) continue;
    try {
      const body: unknown = request.body === "" ? {} : JSON.parse(request.body);
      return { status: 200, body: run({ world, id: match[1] ?? "", body }) };
    } catch (error) {
      return refusal(error);
    }
  }
  return { status: 404, body: { error: `no such control: ${request.method} ${request.path}` } };
}

function refusal(error: unknown): ControlAnswer {
  if (error instanceof StripeError) {
    return { status: error.status, body: { error: error.message } };
  }
  if (error instanceof z.ZodError) {
    return { status: 400, body: { error: z.prettifyError(error) } };
  }
  if (error instanceof SyntaxError) return { status: 400, body: { error: "not JSON" } };
  throw error;
}

function summary(world: World): object {
  return {
    what: "stripe-mock, a stand-in for Stripe; not Stripe",
    now: world.clock.now(),
    payment_intents: world.paymentIntents.size,
    checkout_sessions: world.sessions.size,
    charges: world.charges.size,
    refunds: world.refunds.size,
    disputes: world.disputes.size,
    customers: world.customers.size,
    events: world.events.size,
    faults: world.faults.list().length,
  };
}
