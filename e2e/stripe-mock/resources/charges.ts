import type Stripe from "stripe";
import { z } from "zod";
import { isWithin, pageOf } from "../api/list-pages";
import { absent, expandable, pageParams, range, text } from "../api/params";
import { noSuchThing } from "../api/stripe-error";
import type { Decline, TestCard } from "../cards/test-cards";
import { idOf, newId } from "../state/ids";
import type { Payer, World } from "../state/world";
import { chargeFeeVnd, moveBalance } from "./balance";

type Attempt = {
  intent: Stripe.PaymentIntent;
  card: TestCard;
  payer: Payer;
  status: "succeeded" | "pending" | "failed";
  decline?: Decline;
  isVerified?: boolean;
};

/** One attempt to take money from a card, also one that failed. */
export function newCharge(world: World, attempt: Attempt): Stripe.Charge {
  const { intent, card, status, decline } = attempt;
  const id = newId("ch");
  const charge = {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: status === "succeeded" ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: NO_ADDRESS,
      email: attempt.payer.email,
      name: attempt.payer.name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: "CHO PHIEN",
    captured: status === "succeeded",
    created: world.clock.seconds(),
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: status === "succeeded",
    payment_intent: intent.id,
    payment_method: idOf(intent.payment_method),
    payment_method_details: detailsOf(attempt),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
  const kept: Stripe.Charge = world.charges.put(charge as Stripe.Charge);
  world.cardOf.set(kept, card);
  if (status === "succeeded") bookCharge(world, kept);
  return kept;
}

/** The money is there: on the balance, less Stripe's fee. */
export function bookCharge(world: World, charge: Stripe.Charge): void {
  charge.status = "succeeded";
  charge.paid = true;
  charge.captured = true;
  charge.amount_captured = charge.amount;
  charge.balance_transaction = moveBalance(world, {
    amountVnd: charge.amount,
    feeVnd: chargeFeeVnd(charge.amount),
    source: charge.id,
    type: "charge",
    reportingCategory: "charge",
    description: charge.description,
  }).id;
}

export const RETRIEVE_CHARGE = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.ChargeRetrieveParams, z.ZodType>);

export function retrieveCharge(world: World, id: string, param?: string): Stripe.Charge {
  const charge = world.charges.find(id);
  if (!charge) throw noSuchThing("charge", id, param);
  return charge;
}

export const LIST_CHARGES = z.strictObject({
  ...pageParams,
  created: range().optional(),
  customer: text().optional(),
  payment_intent: text().optional(),
  ...absent("transfer_group"),
} satisfies Record<keyof Stripe.ChargeListParams, z.ZodType>);

export function listCharges(
  world: World,
  params: z.output<typeof LIST_CHARGES>,
): Stripe.ApiList<Stripe.Charge> {
  const fitting = world.charges
    .newestFirst()
    .filter((one) => isWithin(params.created, one.created))
    .filter((one) => params.customer === undefined || one.customer === params.customer)
    .filter(
      (one) => params.payment_intent === undefined || one.payment_intent === params.payment_intent,
    );
  return pageOf("/v1/charges", fitting, params);
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: decline ? "try_again_later" : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: decline ? "declined_by_network" : "approved_by_network",
    reason: decline ? (decline.declineCode ?? decline.code ?? null) : null,
    risk_level: "normal",
    seller_message: decline ? "The bank declined the payment." : "Payment complete.",
    type: decline ? "issuer_declined" : "authorized",
  };
}

function detailsOf({ card, intent, isVerified }: Attempt): Stripe.Charge.PaymentMethodDetails {
  return {
    type: "card",
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "US",
      electronic_commerce_indicator: null,
      exp_month: 12,
      exp_year: 2034,
      funding: "credit",
      installments: null,
      last4: card.number.slice(-4),
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: "unregulated",
      three_d_secure: isVerified === true ? VERIFIED : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

const VERIFIED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: null,
  version: "2.2.0",
};

const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};
