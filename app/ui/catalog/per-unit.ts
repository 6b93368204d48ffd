import type { UnitPrice } from "~/domain/catalog/unit-price";
import type { Language } from "~/platform/language";
import { formatVnd } from "~/platform/money";
import type { Translate } from "~/web/i18n";

/** `560.000 đ/kg`; in Vietnamese a piece is called what its household calls it: `15.000 đ/quả`. */
export function unitPriceText(
  t: Translate,
  language: Language,
  { amountVnd, per, pieceWord }: UnitPrice,
): string {
  const unit =
    pieceWord !== undefined && language === "vi" ? `/${pieceWord}` : t(`catalog.per_${per}`);
  return `${formatVnd(amountVnd, language)}${unit}`;
}
