import type Stripe from "stripe";
import type { TestCard } from "../cards/test-cards";
import { idOf } from "../state/ids";
import type { Payer, World } from "../state/world";
import { emitEvent } from "./emit-event";
import { newPaymentIntent } from "./payment-intents";
import { finishVerification, takePayment } from "./take-payment";

/** What the hosted page does with a card: the same intent through all attempts, made at the first. */
export function paySession(
  world: World,
  session: Stripe.Checkout.Session,
  payment: { card: TestCard; payer: Payer },
): Stripe.PaymentIntent {
  const intent = intentOf(world, session) ?? newIntentOf(world, session);
  const email = session.customer_email ?? payment.payer.email;
  takePayment(world, { intent, card: payment.card, payer: { ...payment.payer, email } });
  completeIfPaid(world, session, intent);
  return intent;
}

export function verifySession(
  world: World,
  session: Stripe.Checkout.Session,
  outcome: "verified" | "failed",
): Stripe.PaymentIntent | undefined {
  const intent = intentOf(world, session);
  if (intent?.status !== "requires_action") return undefined;
  finishVerification(world, intent, outcome);
  completeIfPaid(world, session, intent);
  return intent;
}

export function intentOf(
  world: World,
  session: Stripe.Checkout.Session,
): Stripe.PaymentIntent | undefined {
  const id = idOf(session.payment_intent);
  return id === null ? undefined : world.paymentIntents.find(id);
}

function newIntentOf(world: World, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const data = world.paymentDataOf.get(session) ?? {};
  const intent = newPaymentIntent(world, {
    amount: session.amount_total ?? 0,
    customer: idOf(session.customer),
    description: data.description ?? null,
    metadata: data.metadata ?? {},
    receiptEmail: data.receipt_email ?? null,
  });
  session.payment_intent = intent.id;
  world.sessionOf.set(intent, session);
  return intent;
}

/** A delayed payment completes the session too, unpaid. */
function completeIfPaid(
  world: World,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
): void {
  if (intent.status !== "succeeded" && intent.status !== "processing") return;
  const payer = world.payerOf.get(intent) ?? { name: null, email: null };
  session.status = "complete";
  session.payment_status = intent.status === "succeeded" ? "paid" : "unpaid";
  session.url = null;
  session.customer_details = {
    address: null,
    business_name: null,
    email: payer.email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: "none",
    tax_ids: null,
  };
  emitEvent(world, "checkout.session.completed", session);
}
