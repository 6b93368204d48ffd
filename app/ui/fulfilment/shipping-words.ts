import type { PackageSize } from "~/domain/catalog/package-size";
import { runsOfDays } from "~/domain/households/ship-days";
import { formatDate, weekdayOf, type LocalDate } from "~/platform/period";
import { isMessageKey, type Translate } from "~/web/i18n";

/** `thứ Hai` */
export function dayName(t: Translate, day: number): string {
  const key = `shipping.day_${day}`;
  return isMessageKey(key) ? t(key) : "";
}

/** `thứ Hai đến thứ Năm, thứ Bảy`; two days in a row are two. */
export function daysText(t: Translate, days: readonly number[]): string {
  return runsOfDays(days)
    .flatMap(({ from, to }) => {
      if (to - from < 2) return [from, to].slice(from === to ? 1 : 0).map((day) => dayName(t, day));
      return [t("shipping.dayRun", { from: dayName(t, from), to: dayName(t, to) })];
    })
    .join(", ");
}

/** On which days a household sends and when next; null when it has not said. */
export function shipsWhenText(
  t: Translate,
  sends: { shipDays: readonly number[] | null; nextShipOn: LocalDate | null },
): string | null {
  const { shipDays, nextShipOn } = sends;
  if (shipDays === null || nextShipOn === null) return null;
  return t("shipping.shipsWhen", {
    days: daysText(t, shipDays),
    day: dayName(t, weekdayOf(nextShipOn)),
    date: formatDate(nextShipOn).slice(0, 5),
  });
}

/** `02/12`, of both days of an arrival. */
export function arrivalDays({ from, to }: { from: LocalDate; to: LocalDate }) {
  return { from: formatDate(from).slice(0, 5), to: formatDate(to).slice(0, 5) };
}

/** `40 × 30 × 20 cm` */
export function packageSizeText(t: Translate, size: PackageSize): string {
  const { lengthCm: length, widthCm: width, heightCm: height } = size;
  return t("shipping.packageSizeText", { length, width, height });
}
