import type Stripe from "stripe";
import { z } from "zod";
import { expandable } from "../api/params";
import type { World } from "../state/world";

export const RETRIEVE_ACCOUNT = z.strictObject({ ...expandable });

/** The one account of this mock. In a country of its own kind: Stripe opens none in Vietnam. */
export function retrieveAccount(world: World): Stripe.Account {
  return {
    id: "acct_mock00000000000",
    object: "account",
    business_type: "company",
    charges_enabled: true,
    country: "SG",
    default_currency: world.settlementCurrency,
    details_submitted: true,
    email: null,
    payouts_enabled: true,
    type: "standard",
  } satisfies Stripe.Account;
}
