import type Stripe from "stripe";

/** The version of Stripe's API whose shapes this mock answers in: the SDK's, or the types say otherwise. */
export const API_VERSION = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;
