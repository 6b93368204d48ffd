import type { Language } from "~/platform/language";

/** A line of a cart with what it costs today (as `flows/quote-checkout` makes it). */
export type QuoteLine = {
  productId: string;
  slug: string;
  name: string;
  nameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  householdName: string;
  householdSlug: string;
  ocopSet: number;
  photoId: string | null;
  photoWidths: number[];
  unitPriceVnd: number;
  quantity: number;
  totalVnd: number;
  availableCount: number;
  problem: "product_unavailable" | "not_enough_stock" | null;
};

export type Quote = {
  lines: QuoteLine[];
  households: { householdName: string; itemsVnd: number; shippingVnd: number | null }[];
  itemsVnd: number;
  shippingVnd: number | null;
  totalVnd: number | null;
  hasAlcohol: boolean;
};

export function lineName(line: QuoteLine, language: Language): string {
  return language === "en" ? (line.nameEn ?? line.name) : line.name;
}

export function linePack(line: QuoteLine, language: Language): string {
  return language === "en" ? (line.packLabelEn ?? line.packLabel) : line.packLabel;
}

/** Lines by household, in the order of the first of each. */
export function linesByHousehold(lines: readonly QuoteLine[]): QuoteLine[][] {
  const groups = new Map<string, QuoteLine[]>();
  for (const line of lines) {
    groups.set(line.householdSlug, [...(groups.get(line.householdSlug) ?? []), line]);
  }
  return [...groups.values()];
}
