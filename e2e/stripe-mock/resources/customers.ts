import type Stripe from "stripe";
import { z } from "zod";
import { absent, expandable, metadata, text } from "../api/params";
import { noSuchThing } from "../api/stripe-error";
import { newId } from "../state/ids";
import type { World } from "../state/world";
import { emitEvent } from "./emit-event";

export const CREATE_CUSTOMER = z.strictObject({
  description: text().optional(),
  email: text(512).optional(),
  name: text(256).optional(),
  phone: text(20).optional(),
  metadata: metadata().optional(),
  ...expandable,
  ...absent(
    "address",
    "balance",
    "business_name",
    "cash_balance",
    "individual_name",
    "invoice_prefix",
    "invoice_settings",
    "next_invoice_sequence",
    "payment_method",
    "preferred_locales",
    "shipping",
    "source",
    "tax",
    "tax_exempt",
    "tax_id_data",
    "test_clock",
    "validate",
  ),
} satisfies Record<keyof Stripe.CustomerCreateParams, z.ZodType>);

export function createCustomer(
  world: World,
  params: z.output<typeof CREATE_CUSTOMER>,
): Stripe.Customer {
  const customer = world.customers.put({
    id: newId("cus", 14),
    object: "customer",
    address: null,
    balance: 0,
    created: world.clock.seconds(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: params.description ?? null,
    discount: null,
    email: params.email ?? null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: params.metadata ?? {},
    name: params.name ?? null,
    phone: params.phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer);
  emitEvent(world, "customer.created", customer);
  return customer;
}

export const RETRIEVE_CUSTOMER = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.CustomerRetrieveParams, z.ZodType>);

export function retrieveCustomer(world: World, id: string): Stripe.Customer {
  const customer = world.customers.find(id);
  if (!customer) throw noSuchThing("customer", id);
  return customer;
}

/** For other resources that name a customer: it must exist. */
export function knownCustomer(world: World, id: string | undefined): string | null {
  if (id === undefined) return null;
  if (!world.customers.find(id)) throw noSuchThing("customer", id, "customer");
  return id;
}
