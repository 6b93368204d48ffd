import { balanceOf } from "~/domain/settlement/queries.server";
import { paysAhead, programmeStateOn } from "~/domain/vouchers/programme-state";
import { loadProgramme, sumPaidIn, sumStanding } from "~/domain/vouchers/queries-records.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";

/**
 * What of a programme's vouchers a line of the bank may settle. It came: what the programme owes, and as long as its code
 * may be used all of its budget that it has not paid yet, in advance; after that what its uses that stand will have cost
 * once their parcels have come. It went: what it is owed.
 */
export async function programmeLimit(
  tx: Transaction,
  { programmeId, direction }: { programmeId: string; direction: "in" | "out" },
): Promise<number> {
  const owesVnd = -(await balanceOf({ kind: "voucher", ownerId: programmeId }, tx));
  if (direction === "out") return Math.max(0, -owesVnd);
  const programme = await loadProgramme(tx, programmeId);
  const state = programmeStateOn(localDateOf(now()), programme);
  const mostVnd = paysAhead({ state })
    ? programme.valueVnd * programme.usesMax
    : await sumStanding(tx, programmeId);
  return Math.max(0, owesVnd, mostVnd - (await sumPaidIn(tx, programmeId)));
}
