import type { QuoteHousehold } from "~/domain/orders/types";
import { shipsWhenText } from "~/ui/fulfilment/shipping-words";
import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";

/** Below a household's name in the cart: when it sends, how near free shipping is, and that one may come for it. */
export function HouseholdShipping({ household }: { household: QuoteHousehold | undefined }) {
  const t = useT();
  const language = useLanguage();
  if (!household?.hasGoods) return null;
  const { shippingRules: rules, nextShipOn, itemsVnd } = household;
  const { freeShippingFromVnd } = rules;
  const when = shipsWhenText(t, { shipDays: rules.shipDays, nextShipOn });
  const missingVnd = (freeShippingFromVnd ?? 0) - itemsVnd;
  const notes = [
    when === null ? null : `${t("shipping.shipDays")}: ${when}`,
    freeShippingFromVnd === null
      ? null
      : missingVnd > 0
        ? t("shipping.freeMissing", { amount: formatVnd(missingVnd, language) })
        : t("shipping.freeReached"),
    rules.pickupPoints.length === 0 ? null : t("shipping.pickupLater"),
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <ul className="mt-2 text-sm text-soft">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
