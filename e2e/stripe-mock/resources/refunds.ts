import type Stripe from "stripe";
import { z } from "zod";
import { isWithin, pageOf } from "../api/list-pages";
import {
  absent,
  expandable,
  integer,
  metadata,
  oneOf,
  pageParams,
  range,
  text,
} from "../api/params";
import { invalidParameter, invalidState, noSuchThing } from "../api/stripe-error";
import { idOf, newId } from "../state/ids";
import type { World } from "../state/world";
import { moveBalance } from "./balance";
import { retrieveCharge } from "./charges";
import { isHeldByDispute } from "./disputes";
import { emitEvent } from "./emit-event";
import { retrievePaymentIntent } from "./payment-intents";

const SETTLES_AFTER_MS = 3_600_000;

export const CREATE_REFUND = z.strictObject({
  amount: integer({ min: 1 }).optional(),
  charge: text().optional(),
  payment_intent: text().optional(),
  reason: oneOf(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: metadata().optional(),
  ...expandable,
  ...absent(
    "currency",
    "customer",
    "instructions_email",
    "origin",
    "refund_application_fee",
    "reverse_transfer",
  ),
} satisfies Record<keyof Stripe.RefundCreateParams, z.ZodType>);

type CreateRefund = z.output<typeof CREATE_REFUND>;

export function createRefund(world: World, params: CreateRefund): Stripe.Refund {
  const charge = chargeToRefund(world, params);
  const amount = params.amount ?? charge.amount - charge.amount_refunded;
  checkRefundable(world, charge, amount);
  const afterwards = world.faults.take("refund_fails")
    ? "refund_fails"
    : behaviourOf(world, charge);
  const id = newId("re");
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  const taken = moveBalance(world, {
    amountVnd: -amount,
    feeVnd: 0,
    source: id,
    type: "refund",
    reportingCategory: "refund",
    description: `REFUND FOR CHARGE ${charge.id}`,
  });
  const refund = world.refunds.put({
    id,
    object: "refund",
    amount,
    balance_transaction: taken.id,
    charge: charge.id,
    created: world.clock.seconds(),
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      type: "card",
      card: {
        reference_status: "pending",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
    },
    metadata: params.metadata ?? {},
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: afterwards === "refund_pending" ? "pending" : "succeeded",
    transfer_reversal: null,
  } satisfies Stripe.Refund as Stripe.Refund);
  emitEvent(world, "refund.created", refund);
  emitEvent(world, "charge.refunded", charge);
  if (afterwards !== undefined) settleLater(world, refund, afterwards);
  return refund;
}

function chargeToRefund(world: World, params: CreateRefund): Stripe.Charge {
  if (params.charge !== undefined) return retrieveCharge(world, params.charge, "charge");
  if (params.payment_intent === undefined) {
    throw invalidParameter(
      "charge",
      "One of the following params should be provided for this request: payment_intent or charge.",
      "parameter_missing",
    );
  }
  const intent = retrievePaymentIntent(world, params.payment_intent, "payment_intent");
  const latest = idOf(intent.latest_charge);
  if (intent.status !== "succeeded" || latest === null) {
    throw invalidState(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      undefined,
      "payment_intent",
    );
  }
  return retrieveCharge(world, latest, "charge");
}

function checkRefundable(world: World, charge: Stripe.Charge, amount: number): void {
  if (!charge.paid) throw invalidState(`Charge ${charge.id} was not paid: nothing to refund.`);
  if (isHeldByDispute(world, charge)) {
    throw invalidState(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      "charge_disputed",
    );
  }
  if (charge.refunded) {
    throw invalidState(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded");
  }
  const left = charge.amount - charge.amount_refunded;
  if (amount > left) {
    throw invalidState(
      `Refund amount (₫${amount}) is greater than unrefunded amount on charge (₫${left})`,
      undefined,
      "amount",
    );
  }
}

function behaviourOf(world: World, charge: Stripe.Charge) {
  const behaviour = world.cardOf.get(charge)?.behaviour;
  const afterwards = behaviour?.kind === "approve" ? behaviour.afterwards : undefined;
  return afterwards === "dispute" ? undefined : afterwards;
}

/** Unless a test decided it before. */
function settleLater(
  world: World,
  refund: Stripe.Refund,
  afterwards: "refund_pending" | "refund_fails",
): void {
  const begunAs = refund.status;
  world.clock.at(world.clock.now() + SETTLES_AFTER_MS, () => {
    if (refund.status !== begunAs) return;
    settleRefund(world, refund, afterwards === "refund_fails" ? "failed" : "succeeded");
  });
}

/** The bank's answer, which may come days after Stripe took the refund on: failed money is on the balance again. */
export function settleRefund(
  world: World,
  refund: Stripe.Refund,
  outcome: "succeeded" | "failed",
): Stripe.Refund {
  if (refund.status === "failed" || refund.status === outcome) {
    throw invalidState(`Refund ${refund.id} is ${refund.status} already.`);
  }
  refund.status = outcome;
  if (outcome === "failed") {
    const charge = retrieveCharge(world, idOf(refund.charge) ?? "");
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
    refund.failure_reason = "expired_or_canceled_card";
    refund.failure_balance_transaction = moveBalance(world, {
      amountVnd: refund.amount,
      feeVnd: 0,
      source: refund.id,
      type: "refund_failure",
      reportingCategory: "refund_failure",
      description: `REFUND FAILURE FOR CHARGE ${charge.id}`,
    }).id;
    emitEvent(world, "refund.failed", refund);
  }
  emitEvent(world, "refund.updated", refund);
  emitEvent(world, "charge.refund.updated", refund);
  return refund;
}

export const RETRIEVE_REFUND = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.RefundRetrieveParams, z.ZodType>);

export function retrieveRefund(world: World, id: string): Stripe.Refund {
  const refund = world.refunds.find(id);
  if (!refund) throw noSuchThing("refund", id);
  return refund;
}

export const LIST_REFUNDS = z.strictObject({
  ...pageParams,
  charge: text().optional(),
  created: range().optional(),
  payment_intent: text().optional(),
} satisfies Record<keyof Stripe.RefundListParams, z.ZodType>);

export function listRefunds(
  world: World,
  params: z.output<typeof LIST_REFUNDS>,
): Stripe.ApiList<Stripe.Refund> {
  const fitting = world.refunds
    .newestFirst()
    .filter((one) => isWithin(params.created, one.created))
    .filter((one) => params.charge === undefined || one.charge === params.charge)
    .filter(
      (one) => params.payment_intent === undefined || one.payment_intent === params.payment_intent,
    );
  return pageOf("/v1/refunds", fitting, params);
}
