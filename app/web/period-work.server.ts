import type { EditionFault } from "~/domain/statistics/types-periods";
import { createLongWorks, waitForWork, type LongWork } from "~/platform/long-work.server";
import type { Month } from "~/platform/period";
import { paths } from "./paths";
import type { Query } from "./with-query";

/** What came of closing, revising or counting a month anew: the query of the page that says it. */
export type PeriodMove = {
  query: Query;
  /** A month that has no page of its own: the list says it. */
  isInList?: boolean;
  /** What was typed, for a form that has to be sent again. */
  note?: string;
};
export const periodMoves = createLongWorks<PeriodMove>();
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

export function pathOfMove(month: Month, { id, outcome }: LongWork<PeriodMove>): string {
  if (outcome === null) return paths.period(month, { work: id });
  if (outcome.kind === "failed") return paths.period(month, { problem: "work_failed" });
  const { query, isInList, note } = outcome.value;
  if (isInList) return paths.periods(query);
  return paths.period(month, note === undefined ? query : { ...query, from: id });
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
