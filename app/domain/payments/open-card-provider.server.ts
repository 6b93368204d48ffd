import { settings, type Settings } from "~/platform/env.server";
import type { CardProvider } from "./card-provider";
import { openStripe } from "./open-stripe.server";

const opened = new WeakMap<Settings, CardProvider>();

/** Whoever charges cards for us under these settings, one for the process; null where no cards are taken. */
export function openCardProvider(): CardProvider | null {
  const current = settings();
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base } = current;
  if (key === undefined) return null;
  const known = opened.get(current) ?? openStripe({ key, base });
  opened.set(current, known);
  return known;
}
