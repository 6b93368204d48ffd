import { formatPercent } from "~/domain/statistics/ratio";
import type { TargetKind } from "~/domain/statistics/target-kinds";
import type { Language } from "~/platform/language";
import { formatInteger, formatVnd } from "~/platform/money";

const WHOLE_BPS = 10_000;
/** Basis points are hundredths of a per cent. */
const DECIMALS = 2;

/** A target in its unit: `1.200.000.000 đ`, `12`, `12,50 %`. */
export function targetText(kind: TargetKind, value: number, language: Language): string {
  switch (kind) {
    case "sales_goods_vnd":
      return formatVnd(value, language);
    case "active_sellers":
      return formatInteger(value, language);
    case "share_goods_bps":
    case "share_goods_services_bps":
      return formatPercent({ numerator: value, denominator: WHOLE_BPS }, DECIMALS, language);
  }
}
