import type Stripe from "stripe";
import type { z } from "zod";
import { isWithin, pageOf } from "../api/list-pages";
import { invalidParameter, invalidState, noSuchThing } from "../api/stripe-error";
import { newId } from "../state/ids";
import type { World } from "../state/world";
import { checkAmount } from "./amounts";
import type { CREATE_SESSION, LIST_SESSIONS } from "./checkout-session-params";
import { knownCustomer } from "./customers";
import { emitEvent } from "./emit-event";
import { cancelIntent } from "./payment-intents";

type Create = z.output<typeof CREATE_SESSION>;

const LEAST_S = 30 * 60;
const MOST_S = 24 * 3600;

export function createSession(world: World, params: Create): Stripe.Checkout.Session {
  if (params.customer !== undefined && params.customer_email !== undefined) {
    throw invalidParameter(
      "customer_email",
      "You may only specify one of these parameters: customer, customer_email.",
    );
  }
  if (params.line_items.length === 0) {
    throw invalidParameter(
      "line_items",
      "Missing required param: line_items.",
      "parameter_missing",
    );
  }
  const lineItems = params.line_items.map((item) => newLineItem(world, item));
  const total = lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  checkAmount(total, "line_items", "The Checkout Session's total amount");
  const session = newSession(world, params, total);
  world.lineItemsOf.set(session, lineItems);
  world.paymentDataOf.set(session, params.payment_intent_data ?? {});
  world.clock.at(session.expires_at * 1000, () => {
    if (session.status === "open") close(world, session);
  });
  return session;
}

function newSession(world: World, params: Create, total: number): Stripe.Checkout.Session {
  const id = newId("cs_test", 58);
  const created = world.clock.seconds();
  return world.sessions.put({
    ...UNUSED,
    id,
    object: "checkout.session",
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created,
    currency: "vnd",
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: knownCustomer(world, params.customer),
    customer_creation: params.customer === undefined ? "if_required" : null,
    customer_email: params.customer_email ?? null,
    expires_at: expiryOf(params.expires_at, created),
    livemode: false,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: "payment",
    payment_intent: null,
    payment_method_collection: "if_required",
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_status: "unpaid",
    phone_number_collection: { enabled: false },
    shipping_options: [],
    status: "open",
    success_url: params.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${world.publicUrl}/c/pay/${id}`,
  } satisfies Stripe.Checkout.Session as Stripe.Checkout.Session);
}

function expiryOf(asked: number | undefined, created: number): number {
  if (asked === undefined) return created + MOST_S;
  const refused = (than: string) =>
    invalidParameter(
      "expires_at",
      `The \`expires_at\` timestamp must be ${than} from Checkout Session creation.`,
    );
  if (asked < created + LEAST_S) throw refused("at least 30 minutes");
  if (asked > created + MOST_S) throw refused("less than 24 hours");
  return asked;
}

function newLineItem(world: World, item: Create["line_items"][number]): Stripe.LineItem {
  const { price_data: price, quantity } = item;
  const amount = price.unit_amount * quantity;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: "vnd",
    description: price.product_data.name,
    metadata: item.metadata ?? {},
    price: {
      id: newId("price"),
      object: "price",
      active: false,
      billing_scheme: "per_unit",
      created: world.clock.seconds(),
      currency: "vnd",
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId("prod", 14),
      recurring: null,
      tax_behavior: "unspecified",
      tiers_mode: null,
      transform_quantity: null,
      type: "one_time",
      unit_amount: price.unit_amount,
      unit_amount_decimal: null,
    },
    quantity,
  } satisfies Stripe.LineItem;
}

export function retrieveSession(world: World, id: string): Stripe.Checkout.Session {
  const session = world.sessions.find(id);
  if (!session) throw noSuchThing("checkout.session", id);
  return session;
}

export function expireSession(world: World, id: string): Stripe.Checkout.Session {
  const session = retrieveSession(world, id);
  if (session.status !== "open") {
    throw invalidState(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  close(world, session);
  return session;
}

/** Also by its time: nobody can pay any more, and a begun payment is called off. */
function close(world: World, session: Stripe.Checkout.Session): void {
  session.status = "expired";
  session.url = null;
  const intent =
    typeof session.payment_intent === "string"
      ? world.paymentIntents.find(session.payment_intent)
      : undefined;
  if (intent && intent.status !== "canceled") cancelIntent(world, intent, "expired");
  emitEvent(world, "checkout.session.expired", session);
}

export function listSessions(
  world: World,
  params: z.output<typeof LIST_SESSIONS>,
): Stripe.ApiList<Stripe.Checkout.Session> {
  const fitting = world.sessions
    .newestFirst()
    .filter((one) => isWithin(params.created, one.created))
    .filter((one) => params.status === undefined || one.status === params.status)
    .filter((one) => params.customer === undefined || one.customer === params.customer)
    .filter(
      (one) => params.payment_intent === undefined || one.payment_intent === params.payment_intent,
    );
  return pageOf("/v1/checkout/sessions", fitting, params);
}

/** What a session has and this shop does not use. */
const UNUSED = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  customer_account: null,
  customer_details: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  managed_payments: null,
  origin_context: null,
  payment_link: null,
  payment_method_configuration_details: null,
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  submit_type: null,
  subscription: null,
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;
