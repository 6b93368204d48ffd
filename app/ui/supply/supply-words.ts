import { addDays, formatDate, type LocalDate } from "~/platform/period";
import { useLanguage, useT } from "~/ui/site";

/** `1.200 kg`. */
export function useKilograms(): (kg: number) => string {
  const locale = useLanguage() === "en" ? "en-GB" : "vi-VN";
  const format = new Intl.NumberFormat(locale);
  return (kg) => `${format.format(kg)}\u00A0kg`;
}

/** `01/12/2026 – 20/12/2026`, or the one day. */
export function useSupplyDays(): (of: { fromOn: LocalDate; toOn: LocalDate }) => string {
  return ({ fromOn, toOn }) =>
    fromOn === toOn ? formatDate(fromOn) : `${formatDate(fromOn)} – ${formatDate(toOn)}`;
}

/** A week by its first and its last day, without the year: `30/11 – 06/12`. */
export function useWeekName(): (monday: LocalDate) => string {
  const t = useT();
  const short = (day: LocalDate) => formatDate(day).slice(0, 5);
  return (monday) => t("supply.week", { from: short(monday), to: short(addDays(monday, 6)) });
}
