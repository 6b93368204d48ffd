import { CERTIFIED_STARS, type CertifiedStars } from "~/domain/certificates/certificate-levels";
import type { LocalDate } from "~/platform/period";
import { setsOfGroup } from "../ocop-sets";
import { PRICE_BANDS } from "../price-bands";
import type { Facets, ProductFilter } from "../types";
import { countFacets, type Choices } from "./count-facets";
import { findSlots } from "./find-slots";
import type { DaySets, Shelf } from "./shelf";
import { SlotSet } from "./slot-set";

export type ShelfAnswer = {
  /** `products.search_id` of the asked range, best first. */
  searchIds: number[];
  total: number;
  /** How many of them only fit by a slip, and come last; 0 when all do (then `correctedText` says what was meant). */
  similarCount: number;
  correctedText: string | null;
  /** How many there would be with each other choice; only lists of choices need it. */
  countFacets: () => Facets;
};

/** One range of what is on sale that fits. */
export function searchShelf(
  shelf: Shelf,
  filter: ProductFilter,
  { today, offset, limit }: { today: LocalDate; offset: number; limit: number },
): ShelfAnswer {
  const day = shelf.on(today); // first: what may be sold no longer leaves the shelf
  const { tiers, correctedText } = findSlots(shelf, filter.text ?? "");
  const choices = choicesOf(shelf, filter, day);
  const chosen = tiers.map(({ fit, slots }) => ({
    fit,
    slots: meet(slots, Object.values(choices)),
  }));
  const sizes = chosen.map(({ slots }) => slots.size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const similar = chosen.find(({ fit }) => fit === "one_slip");
  const similarCount = correctedText === null ? (similar?.slots.size ?? 0) : 0;
  const slots = rangeOf(
    chosen.flatMap(({ slots: ofFit }) => [
      ofFit.copy().keep(shelf.available),
      ofFit.copy().drop(shelf.available),
    ]),
    offset,
    limit,
  );
  return {
    searchIds: slots.map((slot) => shelf.searchIds[slot] ?? 0),
    total,
    similarCount,
    correctedText,
    countFacets: () =>
      countFacets(shelf, joined(tiers.map((tier) => tier.slots)), {
        choices,
        day,
        chosenCommune: filter.communeCode,
      }),
  };
}

function joined(sets: readonly SlotSet[]): SlotSet {
  return sets.reduce((all, slots) => all.addAll(slots), new SlotSet());
}

function choicesOf(shelf: Shelf, filter: ProductFilter, day: DaySets): Choices {
  const choices: Choices = {};
  const sets = filter.set === undefined ? setsOf(filter) : [filter.set];
  if (sets.length > 0) {
    choices.kind = sets.reduce(
      (all, set) => all.addAll(shelf.bySet.get(set) ?? new SlotSet()),
      new SlotSet(),
    );
  }
  const stars = starsOf(filter);
  if (stars.length > 0) {
    choices.stars = stars.reduce(
      (all, one) => all.addAll(day.byStars.get(one) ?? new SlotSet()),
      new SlotSet(),
    );
  }
  if (filter.communeCode !== undefined) {
    const commune = shelf.communeList.findIndex(({ code }) => code === filter.communeCode);
    choices.commune = shelf.byCommune[commune] ?? new SlotSet();
  }
  if (filter.price) {
    const band = PRICE_BANDS.findIndex(({ code }) => code === filter.price);
    choices.price = shelf.byPriceBand[band] ?? new SlotSet();
  }
  if (filter.inSeason) choices.season = day.inSeason;
  if (filter.isReady) choices.ready = shelf.available;
  return choices;
}

function starsOf({ stars, minStars }: ProductFilter): CertifiedStars[] {
  if (stars) return [stars];
  return CERTIFIED_STARS.filter((one) => minStars !== undefined && one >= minStars);
}

function setsOf({ group }: ProductFilter): number[] {
  return group ? setsOfGroup(group) : [];
}

function meet(slots: SlotSet, others: readonly SlotSet[]): SlotSet {
  return others.reduce((met, other) => met.keep(other), slots.copy());
}

function rangeOf(tiers: readonly SlotSet[], offset: number, limit: number): number[] {
  const slots: number[] = [];
  let toPass = offset;
  for (const tier of tiers) {
    if (slots.length >= limit) break;
    const { size } = tier;
    if (size > toPass) slots.push(...tier.highest(toPass, limit - slots.length));
    toPass = Math.max(0, toPass - size);
  }
  return slots;
}
