import type { Actor } from "~/domain/audit/actor";
import { countRecords, listCountedMonths } from "~/domain/statistics/queries-months.server";
import { invariant } from "~/platform/invariant";
import { recountPeriod } from "./recount-period.server";

/**
 * Makes all that is kept of what was sold anew from the orders, month by month; the shop may sell meanwhile.
 * @param onProgress with the part that is done, 0 to 1
 */
export async function recountAll(
  actor: Actor,
  onProgress: (done: number) => void = () => undefined,
): Promise<{ monthCount: number; recordCount: number; correctedCount: number }> {
  const months = await listCountedMonths();
  const total = await countRecords();
  let recordCount = 0;
  let correctedCount = 0;
  for (const month of months) {
    let ofMonth = 0;
    const recounted = await recountPeriod(actor, { month }, ({ counted }) => {
      ofMonth = counted;
      onProgress((recordCount + counted) / total);
    });
    recordCount += ofMonth;
    invariant(recounted.ok, `what is kept of ${month} was wrong and kept moving`);
    correctedCount += recounted.value.correctedCount;
  }
  onProgress(1);
  return { monthCount: months.length, recordCount, correctedCount };
}
