import { reopensOn } from "~/domain/households/shop-closure";
import { formatDate } from "~/platform/period";
import { cartText } from "~/web/cart-text";
import type { Quote, QuoteLine } from "~/domain/orders/types";
import { formatVnd } from "~/platform/money";
import type { Language } from "~/platform/language";
import type { Translate } from "~/web/i18n";

/** Lines by household, in the order of the first of each. */
export function linesByHousehold(lines: readonly QuoteLine[]): QuoteLine[][] {
  const groups = new Map<string, QuoteLine[]>();
  for (const line of lines) {
    groups.set(line.householdSlug, [...(groups.get(line.householdSlug) ?? []), line]);
  }
  return [...groups.values()];
}

function notShippedThere(t: Translate, { shippingRules }: QuoteLine): string {
  const { freshReach, pickupPoints } = shippingRules;
  const why = t(`shipping.lineNotShipped_${freshReach === "near" ? "near" : "in_province"}`);
  return pickupPoints.length === 0 ? why : `${why} ${t("shipping.orComeForIt")}`;
}

/** Why a line cannot be ordered as it is, or null. */
export function lineProblem(t: Translate, line: QuoteLine): string | null {
  switch (line.problem) {
    case null:
      return null;
    case "product_unavailable":
      return t("orders.lineUnavailable");
    case "licence_missing":
      return t("orders.lineUnlicensed");
    case "shop_closed": {
      const { closure } = line.shippingRules;
      return t("orders.lineShopClosed", { day: closure ? formatDate(reopensOn(closure)) : "" });
    }
    case "not_shipped_there":
      return notShippedThere(t, line);
    case "expires_too_soon":
      return line.availableCount > 0
        ? t("orders.lineLastsFor", { count: line.availableCount })
        : t("orders.lineExpires");
    case "not_enough_stock":
      return line.availableCount > 0
        ? t("orders.lineOnlyLeft", { count: line.availableCount })
        : t("orders.lineSoldOut");
  }
}

/** What a pack cost when the reader last saw it, or null when it still does. */
export function priceChangeText(
  t: Translate,
  language: Language,
  { changedFromVnd, unitPriceVnd }: QuoteLine,
): string | null {
  if (changedFromVnd === null) return null;
  const before = formatVnd(changedFromVnd, language);
  return t("orders.linePriceChanged", { before, now: formatVnd(unitPriceVnd, language) });
}

/** The prices that a page shows, which its form brings back as seen. */
export function shownText({ lines }: Quote): string {
  const shown = lines.filter((line) => line.offSale === null);
  return cartText(shown.map((line) => ({ ...line, seenVnd: line.unitPriceVnd })));
}
