import type Stripe from "stripe";
import { z } from "zod";
import { expandable } from "../api/params";
import { invalidState, noSuchThing } from "../api/stripe-error";
import { idOf, newId } from "../state/ids";
import type { World } from "../state/world";
import { DISPUTE_FEE_VND, moveBalance } from "./balance";
import { emitEvent } from "./emit-event";

const DAYS_TO_ANSWER = 9;

/** The buyer's bank takes the money back: Stripe withdraws it, and a fee, from the balance. */
export function openDispute(world: World, charge: Stripe.Charge, reason: string): Stripe.Dispute {
  if (!charge.paid || charge.status !== "succeeded") {
    throw invalidState(`Charge ${charge.id} was not paid, so nobody can dispute it.`);
  }
  if (charge.disputed) throw invalidState(`Charge ${charge.id} is disputed already.`);
  const id = newId("du");
  const amount = charge.amount - charge.amount_refunded;
  charge.disputed = true;
  const withdrawn = moveBalance(world, {
    amountVnd: -amount,
    feeVnd: DISPUTE_FEE_VND,
    source: id,
    type: "adjustment",
    reportingCategory: "dispute",
    description: `Chargeback withdrawal for ${charge.id}`,
  });
  const dispute = world.disputes.put({
    id,
    object: "dispute",
    amount,
    balance_transactions: [withdrawn],
    charge: charge.id,
    created: world.clock.seconds(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: world.clock.seconds() + DAYS_TO_ANSWER * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    reason,
    status: "needs_response",
  } satisfies Stripe.Dispute);
  emitEvent(world, "charge.dispute.created", dispute);
  emitEvent(world, "charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** The bank decides: won brings the amount back, not the fee; lost leaves it withdrawn. */
export function closeDispute(
  world: World,
  dispute: Stripe.Dispute,
  outcome: "won" | "lost",
): Stripe.Dispute {
  if (dispute.status === "won" || dispute.status === "lost") {
    throw invalidState(`Dispute ${dispute.id} is closed already: ${dispute.status}.`);
  }
  dispute.status = outcome;
  if (outcome === "won") {
    dispute.is_charge_refundable = true;
    const reinstated = moveBalance(world, {
      amountVnd: dispute.amount,
      feeVnd: 0,
      source: dispute.id,
      type: "adjustment",
      reportingCategory: "dispute_reversal",
      description: `Chargeback reversal for ${idOf(dispute.charge)}`,
    });
    dispute.balance_transactions.push(reinstated);
    emitEvent(world, "charge.dispute.funds_reinstated", dispute);
  }
  emitEvent(world, "charge.dispute.closed", dispute);
  return dispute;
}

/** Money that a bank holds or has taken back cannot be refunded as well. */
export function isHeldByDispute(world: World, charge: Stripe.Charge): boolean {
  if (!charge.disputed) return false;
  const dispute = world.disputes.newestFirst().find((one) => one.charge === charge.id);
  return dispute?.is_charge_refundable !== true;
}

export const RETRIEVE_DISPUTE = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.DisputeRetrieveParams, z.ZodType>);

export function retrieveDispute(world: World, id: string): Stripe.Dispute {
  const dispute = world.disputes.find(id);
  if (!dispute) throw noSuchThing("dispute", id);
  return dispute;
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
