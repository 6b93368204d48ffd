import type { Translate } from "~/web/i18n";

/** `Bản chốt`, `Điều chỉnh 1`. */
export function editionName(t: Translate, edition: number): string {
  return edition === 1
    ? t("periods.editionFirst")
    : t("periods.editionRevised", { number: edition - 1 });
}
