import { partsOfAmount } from "~/domain/statistics/billions";
import type { Language } from "~/platform/language";
import { formatInteger } from "~/platform/money";
import type { Translate } from "~/web/i18n";

/** `4 nghìn 231 tỷ 500 triệu đồng`: a thousandfold slip cannot hide in it. */
export function amountInWords(t: Translate, amountVnd: number, language: Language): string {
  const { trillions, billions, millions } = partsOfAmount(amountVnd);
  const parts = [
    trillions > 0
      ? t("department.wordsTrillions", { number: formatInteger(trillions, language) })
      : "",
    billions > 0 ? t("department.wordsBillions", { number: billions }) : "",
    millions > 0 ? t("department.wordsMillions", { number: millions }) : "",
  ];
  return t("department.wordsDong", { words: parts.filter((part) => part !== "").join(" ") });
}
