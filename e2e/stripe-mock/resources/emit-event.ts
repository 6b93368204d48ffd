import type Stripe from "stripe";
import { API_VERSION } from "../api/version";
import { newId } from "../state/ids";
import type { World } from "../state/world";

/** The events of this mock and what each of them is about. */
export type EventSubjects = {
  "charge.dispute.closed": Stripe.Dispute;
  "charge.dispute.created": Stripe.Dispute;
  "charge.dispute.funds_reinstated": Stripe.Dispute;
  "charge.dispute.funds_withdrawn": Stripe.Dispute;
  "charge.failed": Stripe.Charge;
  "charge.pending": Stripe.Charge;
  "charge.refund.updated": Stripe.Refund;
  "charge.refunded": Stripe.Charge;
  "charge.succeeded": Stripe.Charge;
  "checkout.session.async_payment_failed": Stripe.Checkout.Session;
  "checkout.session.async_payment_succeeded": Stripe.Checkout.Session;
  "checkout.session.completed": Stripe.Checkout.Session;
  "checkout.session.expired": Stripe.Checkout.Session;
  "customer.created": Stripe.Customer;
  "payment_intent.canceled": Stripe.PaymentIntent;
  "payment_intent.created": Stripe.PaymentIntent;
  "payment_intent.payment_failed": Stripe.PaymentIntent;
  "payment_intent.processing": Stripe.PaymentIntent;
  "payment_intent.requires_action": Stripe.PaymentIntent;
  "payment_intent.succeeded": Stripe.PaymentIntent;
  "refund.created": Stripe.Refund;
  "refund.failed": Stripe.Refund;
  "refund.updated": Stripe.Refund;
};

/** Writes an event with the object as it is at this moment, and sends it to the endpoints that asked for it. */
export function emitEvent<Type extends keyof EventSubjects>(
  world: World,
  type: Type,
  subject: EventSubjects[Type],
): void {
  const base = {
    id: newId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: world.clock.seconds(),
    data: { object: structuredClone(subject) },
    livemode: false,
    pending_webhooks: 0,
    request: { ...world.cause },
    type,
  } satisfies Stripe.EventBase;
  // One of the SDK's many event types; that type and subject belong together is said by EventSubjects.
  const event = base as unknown as Stripe.Event;
  world.events.put(event);
  world.deliveries.send(event);
}
