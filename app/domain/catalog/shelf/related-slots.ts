import { present } from "~/platform/invariant";
import type { LocalDate } from "~/platform/period";
import { groupOfSet, setsOfGroup } from "../ocop-sets";
import { RELATED_RULES, type RelatedRule } from "../related-rules";
import type { Shelf } from "./shelf";
import { SlotSet } from "./slot-set";

/** For each rule in turn at most `limit` products in stock that it finds, the newest first, as `products.search_id`. */
export function relatedSearchIds(
  shelf: Shelf,
  product: { searchId: number; ocopSet: number; communeCode: string },
  { today, limit }: { today: LocalDate; limit: number },
): number[] {
  const found = RELATED_RULES.flatMap((rule) =>
    slotsBy(rule, shelf, { ...product, today })
      .keep(shelf.onSale)
      .keep(shelf.available)
      .highest(0, limit),
  );
  const searchIds = found.map((slot) => present(shelf.searchIds[slot], "a slot is a product's"));
  return [...new Set(searchIds)].filter((searchId) => searchId !== product.searchId);
}

function slotsBy(
  rule: RelatedRule,
  shelf: Shelf,
  product: { ocopSet: number; communeCode: string; today: LocalDate },
): SlotSet {
  switch (rule) {
    case "same_set":
      return (shelf.bySet.get(product.ocopSet) ?? new SlotSet()).copy();
    case "same_group_in_season":
      return setsOfGroup(groupOfSet(product.ocopSet))
        .reduce((all, set) => all.addAll(shelf.bySet.get(set) ?? new SlotSet()), new SlotSet())
        .keep(shelf.on(product.today).inSeason);
    case "same_commune": {
      const place = shelf.communeList.findIndex(({ code }) => code === product.communeCode);
      return (shelf.byCommune[place] ?? new SlotSet()).copy();
    }
  }
}
