import type { OcopGroup } from "~/domain/catalog/ocop-sets";
import type { ProductFilter } from "~/domain/catalog/types";
import { isMessageKey, type Translate } from "~/web/i18n";

/** The name of one of the 26 sets in the reader's language. */
export function setName(t: Translate, set: number): string {
  const key = `ocop.set_${String(set).padStart(2, "0")}`;
  return isMessageKey(key) ? t(key) : String(set);
}

export function groupName(t: Translate, group: OcopGroup): string {
  return t(`ocop.group_${group}`);
}

export function monthName(t: Translate, month: number): string {
  const key = `catalog.month_${month}`;
  return isMessageKey(key) ? t(key) : String(month);
}

/** What a list shows, as its heading says it. */
export function listTitle(t: Translate, filter: ProductFilter): string {
  if (filter.text) return t("catalog.searchTitle", { text: filter.text });
  if (filter.set) return setName(t, filter.set);
  return filter.group ? groupName(t, filter.group) : t("common.products");
}
