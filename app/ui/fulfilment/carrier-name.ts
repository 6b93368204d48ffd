import type { Translate } from "~/web/i18n";

/** A carrier as the reader says it. */
export function carrierName(t: Translate, carrier: string): string {
  return carrier === "self" ? t("households.carrier_self") : carrier;
}
