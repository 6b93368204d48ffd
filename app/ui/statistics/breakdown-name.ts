import type { TableCell } from "~/domain/statistics/breakdown-tables";
import { setName } from "~/ui/catalog/set-names";
import { isMessageKey, type Translate } from "~/web/i18n";

type Names = { t: Translate; communeNames: Readonly<Record<string, string>> };

/** What a cell is of, for a reader: `Xã Mèo Vạc`, `Chè`, `4 sao`; of all codes together the dimension's own name. */
export function breakdownName(
  { t, communeNames }: Names,
  { dimension, code }: Pick<TableCell, "dimension" | "code">,
): string {
  if (dimension === "total") return t("statistics.breakdownTotal");
  if (code === "all") return t(`statistics.breakdown_${dimension}`);
  if (dimension === "commune") return communeNames[code] ?? code;
  if (dimension === "set") return setName(t, Number(code));
  if (dimension === "stars") {
    return code === "0"
      ? t("statistics.breakdownNoStars")
      : t("catalog.starsLabel", { stars: code });
  }
  return methodName(t, code);
}

/** As it was paid; what nobody knows stays as it is kept. */
export function methodName(t: Translate, method: string): string {
  const key = `orders.method_${method}`;
  return isMessageKey(key) ? t(key) : method;
}

/** Whose names have to be looked up. */
export function communeCodesOf(cells: readonly Pick<TableCell, "dimension" | "code">[]): string[] {
  return cells.flatMap(({ dimension, code }) => (dimension === "commune" ? [code] : []));
}
