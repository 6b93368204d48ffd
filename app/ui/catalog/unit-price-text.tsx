import type { UnitPrice } from "~/domain/catalog/unit-price";
import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";

/** `560.000 đ/kg`, for comparing packs. */
export function UnitPriceText({ unitPrice }: { unitPrice: UnitPrice }) {
  const t = useT();
  const amount = formatVnd(unitPrice.amountVnd, useLanguage());
  return (
    <span className="num whitespace-nowrap">{`${amount}${t(`catalog.per_${unitPrice.per}`)}`}</span>
  );
}
