import { isAlcohol, isService } from "~/domain/catalog/ocop-sets";
import { DAY_MS, addDays, startOfDate, type LocalDate } from "~/platform/period";

/** A crop that is sold before it is there. */
export const HARVEST_STATUSES = [
  "open", // buyers put themselves on its list, up to its last day and its cap
  "closed", // nobody more is taken; the list is served as lots come in
  "ended", // over: who was not served was told so
] as const;
export type HarvestStatus = (typeof HARVEST_STATUSES)[number];

/** Nobody harvests drink or services, and drink asks for a licence and the buyer's age. */
export function mayBeHarvested(ocopSet: number): boolean {
  return !isAlcohol(ocopSet) && !isService(ocopSet);
}

export type HarvestMover = "household" | "clock";

const HARVEST_MOVES: readonly {
  from: HarvestStatus;
  to: HarvestStatus;
  by: readonly HarvestMover[];
}[] = [
  { from: "open", to: "closed", by: ["household"] },
  { from: "closed", to: "open", by: ["household"] },
  { from: "open", to: "ended", by: ["household", "clock"] },
  { from: "closed", to: "ended", by: ["household", "clock"] },
];

export function mayMoveHarvest(from: HarvestStatus, to: HarvestStatus, by: HarvestMover): boolean {
  return HARVEST_MOVES.some((move) => move.from === from && move.to === to && move.by.includes(by));
}

/** Rain and roads move a harvest; who is not served so long after its last day is not served any more. */
const WAIT_AFTER_DAYS = 30;

/** What is picked so long before the first day that was named is still of the harvest: the weather does not read. */
const EARLY_DAYS = 14;

/** The first day on which a lot may have been made to be of this harvest. */
export function firstDayOf(harvestFrom: LocalDate): LocalDate {
  return addDays(harvestFrom, -EARLY_DAYS);
}

/** When the list ends by itself, in epoch milliseconds. */
export function harvestClock(harvestTo: LocalDate): number {
  return startOfDate(harvestTo) + (WAIT_AFTER_DAYS + 1) * DAY_MS;
}

/** Whether a buyer may still be put on the list today; how many packs are left is another question. */
export function isTaking(
  harvest: { status: HarvestStatus; closesOn: LocalDate },
  today: LocalDate,
): boolean {
  return harvest.status === "open" && today <= harvest.closesOn;
}
