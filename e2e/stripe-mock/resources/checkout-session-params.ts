import type Stripe from "stripe";
import { z } from "zod";
import {
  absent,
  currency,
  expandable,
  integer,
  listOf,
  metadata,
  oneOf,
  pageParams,
  range,
  text,
  webAddress,
} from "../api/params";

/** Only what this mock carries out; the rest of Stripe's parameters is named in `absent`, so that none is forgotten. */

type Create = Stripe.Checkout.SessionCreateParams;
type LineItem = Stripe.Checkout.SessionCreateParams.LineItem;
type PriceData = Stripe.Checkout.SessionCreateParams.LineItem.PriceData;
type ProductData = Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData;
type PaymentIntentData = Stripe.Checkout.SessionCreateParams.PaymentIntentData;

const PRODUCT = z.strictObject({
  name: text(),
  description: text().optional(),
  metadata: metadata().optional(),
  ...absent("images", "tax_code", "tax_details", "unit_label"),
} satisfies Record<keyof ProductData, z.ZodType>);

const PRICE = z.strictObject({
  currency: currency(),
  product_data: PRODUCT,
  unit_amount: integer({ min: 0 }),
  ...absent("product", "recurring", "tax_behavior", "unit_amount_decimal"),
} satisfies Record<keyof PriceData, z.ZodType>);

const LINE_ITEM = z.strictObject({
  price_data: PRICE,
  quantity: integer({ min: 1 }),
  metadata: metadata().optional(),
  ...absent("adjustable_quantity", "price", "tax_rates"),
} satisfies Record<keyof LineItem, z.ZodType>);

const PAYMENT_INTENT_DATA = z.strictObject({
  description: text().optional(),
  metadata: metadata().optional(),
  receipt_email: text().optional(),
  ...absent(
    "application_fee_amount",
    "capture_method",
    "on_behalf_of",
    "setup_future_usage",
    "shipping",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_data",
    "transfer_group",
  ),
} satisfies Record<keyof PaymentIntentData, z.ZodType>);

export const CREATE_SESSION = z.strictObject({
  allowed_payment_method_types: listOf(oneOf(["card"]), 1).optional(),
  cancel_url: webAddress().optional(),
  client_reference_id: text(200).optional(),
  customer: text().optional(),
  customer_email: text(800).optional(),
  expires_at: integer().optional(),
  line_items: listOf(LINE_ITEM),
  locale: oneOf(["auto", "en", "vi"]).optional(),
  metadata: metadata().optional(),
  mode: oneOf(["payment"]),
  payment_intent_data: PAYMENT_INTENT_DATA.optional(),
  success_url: webAddress(),
  ui_mode: oneOf(["hosted_page"]).optional(),
  ...expandable,
  ...absent(
    "adaptive_pricing",
    "after_expiration",
    "allow_promotion_codes",
    "automatic_tax",
    "billing_address_collection",
    "branding_settings",
    "consent_collection",
    "currency",
    "custom_fields",
    "custom_text",
    "customer_account",
    "customer_creation",
    "customer_update",
    "discounts",
    "excluded_payment_method_types",
    "integration_identifier",
    "invoice_creation",
    "managed_payments",
    "name_collection",
    "optional_items",
    "origin_context",
    "payment_method_collection",
    "payment_method_configuration",
    "payment_method_data",
    "payment_method_options",
    "permissions",
    "phone_number_collection",
    "redirect_on_completion",
    "return_url",
    "saved_payment_method_options",
    "setup_intent_data",
    "shipping_address_collection",
    "shipping_options",
    "submit_type",
    "subscription_data",
    "tax_id_collection",
    "wallet_options",
  ),
} satisfies Record<keyof Create, z.ZodType>);

export const RETRIEVE_SESSION = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.Checkout.SessionRetrieveParams, z.ZodType>);

export const EXPIRE_SESSION = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.Checkout.SessionExpireParams, z.ZodType>);

export const LIST_SESSIONS = z.strictObject({
  ...pageParams,
  created: range().optional(),
  customer: text().optional(),
  payment_intent: text().optional(),
  status: oneOf(["complete", "expired", "open"]).optional(),
  ...absent("customer_account", "customer_details", "payment_link", "subscription"),
} satisfies Record<keyof Stripe.Checkout.SessionListParams, z.ZodType>);
