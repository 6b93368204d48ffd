import type { ChainCheck, EditionFault } from "~/domain/statistics/types-periods";
import { createLongWorks, waitForWork, type LongWork } from "~/platform/long-work.server";
import type { Month } from "~/platform/period";
import { paths } from "./paths";
import type { Query } from "./with-query";

/** What came of closing, revising or counting a month anew: the query of the page that says it. */
export type PeriodMove = {
  query: Query;
  /** A month that has no page of its own: the list says it. */
  isInList?: boolean;
};
export const periodMoves = createLongWorks<PeriodMove>();
export const chainChecks = createLongWorks<ChainCheck>();
export const CHAIN_KEY = "chain";
export const editionChecks = createLongWorks<EditionFault[] | null>();

export function periodKey(month: Month): string {
  return `period ${month}`;
}

/** Most months are counted within this; nobody sees a page of progress then. */
const WAIT_MS = 3_000;

/** Where to send who began it: to what came of it, or to the page that shows how far it is. */
export async function pathAfterMove(month: Month, work: LongWork<PeriodMove>): Promise<string> {
  await waitForWork(work, WAIT_MS);
  return pathOfMove(month, work);
}

export function pathOfMove(month: Month, { id, typed, outcome }: LongWork<PeriodMove>): string {
  if (outcome === null) return paths.period(month, { work: id });
  const { query, isInList } =
    outcome.kind === "value" ? outcome.value : { query: { problem: "work_failed" } };
  if (isInList) return paths.periods(query);
  const isLost = "problem" in query && typed !== "";
  return paths.period(month, isLost ? { ...query, from: id } : query);
}

/** The same for a check of an edition. */
export async function pathAfterCheck(
  month: Month,
  edition: number,
  work: LongWork<EditionFault[] | null>,
): Promise<string> {
  await waitForWork(work, WAIT_MS);
  return paths.edition(month, edition, { check: work.id });
}

/** The same for a check of all of them. */
export async function pathAfterChainCheck(work: LongWork<ChainCheck>): Promise<string> {
  await waitForWork(work, WAIT_MS);
  return paths.chainCheck({ check: work.id });
}
