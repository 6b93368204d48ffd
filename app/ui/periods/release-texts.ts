import type { Release } from "~/domain/statistics/releases";
import { formatInstant, formatMonth } from "~/platform/period";
import type { Translate } from "~/web/i18n";

/** `09:00 ngày 12/12/2026`. */
export function momentText(t: Translate, instant: number): string {
  const [time = "", date = ""] = formatInstant(instant).split(" ");
  return t("releases.moment", { time, date });
}

/** `Tháng 11/2026`, and whether it is about its revised figures. */
export function releaseName(t: Translate, { month, afterEdition }: Release): string {
  const named = { month: formatMonth(month) };
  return afterEdition === 0 ? t("releases.monthOf", named) : t("releases.monthRevisedOf", named);
}
