import { CERTIFIED_STARS } from "~/domain/certificates/certificate-levels";
import { OCOP_GROUPS, OCOP_SET_COUNT, OCOP_SETS, setsOfGroup } from "../ocop-sets";
import { PRICE_BANDS } from "../price-bands";
import type { Facets } from "../types";
import type { DaySets, Shelf } from "./shelf";
import { countBits, SlotSet } from "./slot-set";

const FACETS = ["kind", "stars", "commune", "price", "season", "ready"] as const;
type Facet = (typeof FACETS)[number];
/** What fits the choice that was made in a facet; none where none was made. */
export type Choices = Partial<Record<Facet, SlotSet>>;

/**
 * How many of what was found there would be with each other choice. A facet's counts heed every choice but the one
 * made in the facet itself: what misses only that one still counts there.
 */
export function countFacets(
  shelf: Shelf,
  found: SlotSet,
  {
    choices,
    day,
    chosenCommune,
  }: { choices: Choices; day: DaySets; chosenCommune: string | undefined },
): Facets {
  const tally = tallyOf(shelf, found, { choices, day });
  return {
    groups: OCOP_GROUPS.map(({ code }) => ({
      code,
      count: setsOfGroup(code).reduce((sum, set) => sum + (tally.perSet[set] ?? 0), 0),
    })),
    sets: OCOP_SETS.map((set) => ({ set, count: tally.perSet[set] ?? 0 })),
    stars: CERTIFIED_STARS.map((stars, i) => ({ stars, count: tally.perStars[i] ?? 0 })),
    communes: communesWith(shelf, tally.perCommune, chosenCommune),
    prices: PRICE_BANDS.map(({ code }, i) => ({ code, count: tally.perBand[i] ?? 0 })),
    inSeason: tally.inSeason,
    ready: tally.ready,
  };
}

/** Passes over what was found once, 32 slots at a time: with a million products each further pass is milliseconds. */
function tallyOf(shelf: Shelf, found: SlotSet, params: { choices: Choices; day: DaySets }) {
  const { inSeason, byStars } = params.day;
  const choices = FACETS.map((facet) => params.choices[facet] ?? null);
  const stars = CERTIFIED_STARS.map((one) => byStars.get(one) ?? new SlotSet());
  const tally = {
    perSet: new Uint32Array(OCOP_SET_COUNT + 1),
    perStars: new Uint32Array(stars.length),
    perCommune: new Uint32Array(shelf.communeList.length),
    perBand: new Uint32Array(PRICE_BANDS.length),
    inSeason: 0,
    ready: 0,
  };
  const { sets, communes, priceBands, available } = shelf;
  const counted = new Int32Array(FACETS.length);
  for (let i = 0; i < found.blockCount; i += 1) {
    if (found.block(i) === 0) continue;
    noteCounted(counted, { found, choices, block: i });
    const [kind = 0, forStars = 0, commune = 0, price = 0, season = 0, ready = 0] = counted;
    tally.inSeason += countBits(season & inSeason.block(i));
    tally.ready += countBits(ready & available.block(i));
    for (const [j, slots] of stars.entries()) add(tally.perStars, j, forStars & slots.block(i));
    let left = kind | commune | price;
    while (left !== 0) {
      const bit = left & -left;
      const slot = (i << 5) | (31 - Math.clz32(bit));
      add(tally.perSet, sets.get(slot), kind & bit);
      add(tally.perCommune, communes.get(slot), commune & bit);
      add(tally.perBand, priceBands.get(slot), price & bit);
      left &= left - 1;
    }
  }
  return tally;
}

/** Writes, for each facet, which of the found slots of a block count in it: they miss no choice or only the facet's own. */
function noteCounted(
  counted: Int32Array,
  params: { found: SlotSet; choices: readonly (SlotSet | null)[]; block: number },
): void {
  const { choices, block } = params;
  const found = params.found.block(block);
  let missing = 0;
  let missingMore = 0;
  for (const choice of choices) {
    if (choice === null) continue;
    const missed = found & ~choice.block(block);
    missingMore |= missing & missed;
    missing |= missed;
  }
  const missingOne = missing & ~missingMore;
  for (const [facet, choice] of choices.entries()) {
    const missingOnlyIt = choice === null ? 0 : missingOne & ~choice.block(block);
    counted[facet] = (found & ~missing) | missingOnlyIt;
  }
}

/** Counts the slots of a block, or the one of a bit. */
function add(counts: Uint32Array, value: number, slots: number): void {
  if (slots !== 0) counts[value] = (counts[value] ?? 0) + countBits(slots);
}

/** Only those that sell: there are thousands in the country. */
function communesWith(
  shelf: Shelf,
  counts: Uint32Array,
  chosenCommune: string | undefined,
): Facets["communes"] {
  const communes: Facets["communes"] = [];
  for (const [i, count] of counts.entries()) {
    const commune = count > 0 || chosenCommune !== undefined ? shelf.communeList[i] : undefined;
    if (commune && (count > 0 || commune.code === chosenCommune)) {
      communes.push({ code: commune.code, name: commune.name, count });
    }
  }
  return communes;
}
