import type Stripe from "stripe";
import { invalidState } from "../api/stripe-error";
import type { Decline, TestCard } from "../cards/test-cards";
import { idOf, newId } from "../state/ids";
import type { Payer, World } from "../state/world";
import { bookCharge, newCharge } from "./charges";
import { openDispute } from "./disputes";
import { emitEvent } from "./emit-event";

/** A delayed payment decides itself after this, unless a test decides it before. */
const DELAYED_MS = 2 * 86_400_000;

const NOT_VERIFIED: Decline = {
  code: "payment_intent_authentication_failure",
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};

type Payment = { intent: Stripe.PaymentIntent; card: TestCard; payer: Payer };

/** Charges a card; how it went is the intent's status afterwards. */
export function takePayment(world: World, payment: Payment): void {
  const { intent, card, payer } = payment;
  intent.payment_method = newId("pm");
  intent.last_payment_error = null;
  world.cardOf.set(intent, card);
  world.payerOf.set(intent, payer);
  switch (card.behaviour.kind) {
    case "approve":
      return succeed(world, payment);
    case "decline":
      return decline(world, payment, card.behaviour.decline);
    case "verify":
      intent.status = "requires_action";
      intent.next_action = { type: "use_stripe_sdk", use_stripe_sdk: {} };
      return emitEvent(world, "payment_intent.requires_action", intent);
    case "delay":
      return delay(world, payment, card.behaviour.outcome);
  }
}

/** The buyer came back from the bank's page. */
export function finishVerification(
  world: World,
  intent: Stripe.PaymentIntent,
  outcome: "verified" | "failed",
): void {
  const card = world.cardOf.get(intent);
  if (intent.status !== "requires_action" || !card) {
    throw invalidState(`PaymentIntent ${intent.id} waits for no verification: ${intent.status}.`);
  }
  const payer = world.payerOf.get(intent) ?? { name: null, email: null };
  intent.next_action = null;
  if (outcome === "verified") {
    succeed(world, { intent, card, payer });
    return;
  }
  fail(intent, NOT_VERIFIED);
  emitEvent(world, "payment_intent.payment_failed", intent);
}

/** The answer to a delayed payment, by its time or by a test. */
export function finishDelayed(
  world: World,
  intent: Stripe.PaymentIntent,
  outcome: "succeeded" | "failed",
): void {
  const charge = world.charges.find(idOf(intent.latest_charge) ?? "");
  if (intent.status !== "processing" || !charge) {
    throw invalidState(`PaymentIntent ${intent.id} is not processing: ${intent.status}.`);
  }
  if (outcome === "succeeded") {
    bookCharge(world, charge);
    intent.status = "succeeded";
    intent.amount_received = intent.amount;
    emitEvent(world, "charge.succeeded", charge);
    emitEvent(world, "payment_intent.succeeded", intent);
  } else {
    charge.status = "failed";
    charge.failure_code = "card_declined";
    charge.failure_message = "Your card was declined.";
    fail(intent, { code: "card_declined", message: "Your card was declined." });
    emitEvent(world, "charge.failed", charge);
    emitEvent(world, "payment_intent.payment_failed", intent);
  }
  announceToSession(world, intent, outcome);
}

function announceToSession(
  world: World,
  intent: Stripe.PaymentIntent,
  outcome: "succeeded" | "failed",
): void {
  const session = world.sessionOf.get(intent);
  if (!session) return;
  if (outcome === "failed") {
    emitEvent(world, "checkout.session.async_payment_failed", session);
    return;
  }
  session.payment_status = "paid";
  emitEvent(world, "checkout.session.async_payment_succeeded", session);
}

function succeed(world: World, payment: Payment): void {
  const { intent, card } = payment;
  const isVerified = card.behaviour.kind === "verify";
  const charge = newCharge(world, { ...payment, status: "succeeded", isVerified });
  intent.status = "succeeded";
  intent.amount_received = intent.amount;
  intent.latest_charge = charge.id;
  emitEvent(world, "charge.succeeded", charge);
  emitEvent(world, "payment_intent.succeeded", intent);
  if (card.behaviour.kind === "approve" && card.behaviour.afterwards === "dispute") {
    // A moment later, so that the news of the payment goes first.
    world.clock.at(world.clock.now() + 1, () => {
      if (!charge.disputed && !charge.refunded) openDispute(world, charge, "fraudulent");
    });
  }
}

function decline(world: World, payment: Payment, why: Decline): void {
  const charge = newCharge(world, { ...payment, status: "failed", decline: why });
  payment.intent.latest_charge = charge.id;
  fail(payment.intent, why, charge.id);
  emitEvent(world, "charge.failed", charge);
  emitEvent(world, "payment_intent.payment_failed", payment.intent);
}

function delay(world: World, payment: Payment, outcome: "succeeded" | "failed"): void {
  const { intent } = payment;
  const charge = newCharge(world, { ...payment, status: "pending" });
  intent.status = "processing";
  intent.latest_charge = charge.id;
  emitEvent(world, "charge.pending", charge);
  emitEvent(world, "payment_intent.processing", intent);
  world.clock.at(world.clock.now() + DELAYED_MS, () => {
    if (intent.status === "processing") finishDelayed(world, intent, outcome);
  });
}

/** After a failure another card may be tried. */
function fail(intent: Stripe.PaymentIntent, why: Decline, chargeId?: string): void {
  intent.status = "requires_payment_method";
  intent.payment_method = null;
  intent.last_payment_error = {
    type: why.code === NOT_VERIFIED.code ? "invalid_request_error" : "card_error",
    code: why.code,
    message: why.message,
    ...(why.declineCode === undefined ? {} : { decline_code: why.declineCode }),
    ...(chargeId === undefined ? {} : { charge: chargeId }),
  };
}
