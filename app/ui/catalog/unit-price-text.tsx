import type { UnitPrice } from "~/domain/catalog/unit-price";
import { useLanguage, useT } from "~/ui/site";
import { unitPriceText } from "./per-unit";

/** `560.000 đ/kg`, for comparing packs. */
export function UnitPriceText({ unitPrice }: { unitPrice: UnitPrice }) {
  const text = unitPriceText(useT(), useLanguage(), unitPrice);
  return <span className="num whitespace-nowrap">{text}</span>;
}
