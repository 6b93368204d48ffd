import type Stripe from "stripe";
import type { z } from "zod";
import { invalidParameter, noSuchThing, StripeError } from "../api/stripe-error";
import { findCardByToken, type TestCard } from "../cards/test-cards";
import { newId } from "../state/ids";
import type { World } from "../state/world";
import { checkAmount } from "./amounts";
import { knownCustomer } from "./customers";
import { emitEvent } from "./emit-event";
import type {
  CANCEL_PAYMENT_INTENT,
  CONFIRM_PAYMENT_INTENT,
  CREATE_PAYMENT_INTENT,
} from "./payment-intent-params";
import { takePayment } from "./take-payment";

export function createPaymentIntent(
  world: World,
  params: z.output<typeof CREATE_PAYMENT_INTENT>,
): Stripe.PaymentIntent {
  checkAmount(params.amount, "amount", "Amount");
  const card = params.payment_method === undefined ? undefined : cardOf(params.payment_method);
  if (params.confirm === true && !card) throw needsPaymentMethod();
  const intent = newPaymentIntent(world, {
    amount: params.amount,
    customer: knownCustomer(world, params.customer),
    description: params.description ?? null,
    metadata: params.metadata ?? {},
    receiptEmail: params.receipt_email ?? null,
  });
  intent.allowed_payment_method_types = params.allowed_payment_method_types ?? null;
  intent.statement_descriptor = params.statement_descriptor ?? null;
  intent.statement_descriptor_suffix = params.statement_descriptor_suffix ?? null;
  if (params.automatic_payment_methods) {
    const { enabled, allow_redirects = "always" } = params.automatic_payment_methods;
    intent.automatic_payment_methods = { enabled, allow_redirects };
  }
  if (card) {
    intent.status = "requires_confirmation";
    intent.payment_method = newId("pm");
    world.cardOf.set(intent, card);
  }
  return params.confirm === true && card ? confirmWith(world, intent, card) : intent;
}

type NewIntent = {
  amount: number;
  customer: string | null;
  description: string | null;
  metadata: Record<string, string>;
  receiptEmail: string | null;
};

export function newPaymentIntent(world: World, given: NewIntent): Stripe.PaymentIntent {
  const id = newId("pi");
  const intent = world.paymentIntents.put({
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: given.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_${newId("secret")}`,
    confirmation_method: "automatic",
    created: world.clock.seconds(),
    currency: "vnd",
    customer: given.customer,
    customer_account: null,
    description: given.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: given.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent as Stripe.PaymentIntent);
  emitEvent(world, "payment_intent.created", intent);
  return intent;
}

export function retrievePaymentIntent(
  world: World,
  id: string,
  param?: string,
): Stripe.PaymentIntent {
  const intent = world.paymentIntents.find(id);
  if (!intent) throw noSuchThing("payment_intent", id, param);
  return intent;
}

export function confirmPaymentIntent(
  world: World,
  id: string,
  params: z.output<typeof CONFIRM_PAYMENT_INTENT>,
): Stripe.PaymentIntent {
  const intent = retrievePaymentIntent(world, id);
  refuseOfCheckout(world, intent, "confirm");
  const named = params.payment_method;
  const card = named === undefined ? world.cardOf.get(intent) : cardOf(named);
  const mayBeConfirmed = ["requires_payment_method", "requires_confirmation"];
  if (!mayBeConfirmed.includes(intent.status)) {
    throw unexpectedState(
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
      intent,
    );
  }
  if (!card || (named === undefined && intent.status === "requires_payment_method")) {
    throw needsPaymentMethod();
  }
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email;
  return confirmWith(world, intent, card);
}

/** Over the API a refused card is an error and not an answer. */
function confirmWith(
  world: World,
  intent: Stripe.PaymentIntent,
  card: TestCard,
): Stripe.PaymentIntent {
  takePayment(world, { intent, card, payer: { name: null, email: intent.receipt_email } });
  const error = intent.last_payment_error;
  if (!error) return intent;
  throw new StripeError(402, {
    type: "card_error",
    message: error.message ?? "Your card was declined.",
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error.decline_code === undefined ? {} : { decline_code: error.decline_code }),
    ...(error.charge === undefined ? {} : { charge: error.charge }),
    payment_intent: structuredClone(intent),
  });
}

const CANCELLABLE = ["requires_payment_method", "requires_confirmation", "requires_action"];

export function cancelPaymentIntent(
  world: World,
  id: string,
  params: z.output<typeof CANCEL_PAYMENT_INTENT>,
): Stripe.PaymentIntent {
  const intent = retrievePaymentIntent(world, id);
  refuseOfCheckout(world, intent, "cancel");
  if (!CANCELLABLE.includes(intent.status)) {
    throw unexpectedState(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELLABLE.join(", ")}.`,
      intent,
    );
  }
  cancelIntent(world, intent, params.cancellation_reason ?? null);
  return intent;
}

export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  intent.status = "canceled";
  intent.canceled_at = world.clock.seconds();
  intent.cancellation_reason = reason;
  intent.next_action = null;
  emitEvent(world, "payment_intent.canceled", intent);
}

function refuseOfCheckout(world: World, intent: Stripe.PaymentIntent, verb: string): void {
  const session = world.sessionOf.get(intent);
  if (!session) return;
  throw unexpectedState(
    `You cannot ${verb} this PaymentIntent because it belongs to the Checkout Session ${session.id}; expire that instead.`,
    intent,
  );
}

function unexpectedState(message: string, intent: Stripe.PaymentIntent): StripeError {
  return new StripeError(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message,
    payment_intent: structuredClone(intent),
  });
}

function needsPaymentMethod(): StripeError {
  return invalidParameter(
    "payment_method",
    "You cannot confirm this PaymentIntent because it's missing a payment method.",
    "parameter_missing",
  );
}

function cardOf(token: string): TestCard {
  const card = findCardByToken(token);
  if (!card) throw noSuchThing("PaymentMethod", token, "payment_method");
  return card;
}
