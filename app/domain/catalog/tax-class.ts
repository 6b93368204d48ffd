import { isService } from "./ocop-sets";

/** How the law taxes what is sold. Frozen on the line when an order is placed. */
export const PRODUCT_TAX_CLASSES = [
  "raw_self_produced", // crops, livestock, fish: its own producer sells it, unprocessed or as usual after the harvest
  "processed", // other goods
  "service",
] as const;
export type ProductTaxClass = (typeof PRODUCT_TAX_CLASSES)[number];

/** What a rule can be of: products, and the shipping that a household is paid. */
export const TAX_CLASSES = [...PRODUCT_TAX_CLASSES, "transport"] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

/** What goods may be called; a service is one by its set. */
export const GOODS_TAX_CLASSES = ["raw_self_produced", "processed"] as const;

/** Fresh plants and meat, grain that is only cleaned, flowers, plants, animals: usually as they came from the farm. */
const RAW_SETS: readonly number[] = [1, 2, 3, 23, 24, 25];

/**
 * The class of a product: a service by its set, else what somebody said; before that it follows from the set. Nobody
 * knows by the set whether a household grew it: the form asks, and the department looks.
 */
export function taxClassOf(ocopSet: number, said?: ProductTaxClass): ProductTaxClass {
  if (isService(ocopSet)) return "service";
  if (said !== undefined && said !== "service") return said;
  return RAW_SETS.includes(ocopSet) ? "raw_self_produced" : "processed";
}
