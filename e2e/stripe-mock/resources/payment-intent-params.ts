import type Stripe from "stripe";
import { z } from "zod";
import {
  absent,
  currency,
  expandable,
  flag,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
  webAddress,
} from "../api/params";

/** As in checkout-session-params.ts: what this mock carries out, and by name all that it does not. */

const cardOnly = () => listOf(oneOf(["card"]), 1).optional();

export const CREATE_PAYMENT_INTENT = z.strictObject({
  amount: integer({ min: 1 }),
  currency: currency(),
  allowed_payment_method_types: cardOnly(),
  automatic_payment_methods: z
    .strictObject({
      enabled: flag(),
      allow_redirects: oneOf(["always", "never"]).optional(),
    } satisfies Record<keyof Stripe.PaymentIntentCreateParams.AutomaticPaymentMethods, z.ZodType>)
    .optional(),
  capture_method: oneOf(["automatic", "automatic_async"]).optional(),
  confirm: flag().optional(),
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  payment_method: text().optional(),
  receipt_email: text().optional(),
  return_url: webAddress().optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  ...expandable,
  ...absent(
    "amount_details",
    "application_fee_amount",
    "confirmation_method",
    "confirmation_token",
    "customer_account",
    "error_on_requires_action",
    "excluded_payment_method_types",
    "hooks",
    "mandate",
    "mandate_data",
    "off_session",
    "on_behalf_of",
    "payment_details",
    "payment_method_configuration",
    "payment_method_data",
    "payment_method_options",
    "radar_options",
    "setup_future_usage",
    "shipping",
    "transfer_data",
    "transfer_group",
    "use_stripe_sdk",
  ),
} satisfies Record<keyof Stripe.PaymentIntentCreateParams, z.ZodType>);

export const RETRIEVE_PAYMENT_INTENT = z.strictObject({
  ...expandable,
  ...absent("client_secret"),
} satisfies Record<keyof Stripe.PaymentIntentRetrieveParams, z.ZodType>);

export const CONFIRM_PAYMENT_INTENT = z.strictObject({
  allowed_payment_method_types: cardOnly(),
  payment_method: text().optional(),
  receipt_email: text().optional(),
  return_url: webAddress().optional(),
  ...expandable,
  ...absent(
    "amount_details",
    "amount_to_confirm",
    "capture_method",
    "confirmation_token",
    "error_on_requires_action",
    "excluded_payment_method_types",
    "hooks",
    "mandate",
    "mandate_data",
    "off_session",
    "payment_details",
    "payment_method_data",
    "payment_method_options",
    "radar_options",
    "setup_future_usage",
    "shipping",
    "use_stripe_sdk",
  ),
} satisfies Record<keyof Stripe.PaymentIntentConfirmParams, z.ZodType>);

export const CANCEL_PAYMENT_INTENT = z.strictObject({
  cancellation_reason: oneOf([
    "abandoned",
    "duplicate",
    "fraudulent",
    "requested_by_customer",
  ]).optional(),
  ...expandable,
} satisfies Record<keyof Stripe.PaymentIntentCancelParams, z.ZodType>);
