import { and, eq, sql } from "drizzle-orm";
import { householdYears, thresholdEvents } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { LocalDate } from "~/platform/period";
import { thresholdOn } from "./queries-tax.server";
import { thresholdMark, yearOf } from "./tax-threshold";

/**
 * After a sale: notes that the household's year has come to four fifths of the threshold, or to all of it. Each once a
 * year, whatever comes back and is sold again; who has reached it is not told any more that it is near.
 */
export async function noteThreshold(
  tx: Transaction,
  { householdId, soldOn }: { householdId: string; soldOn: LocalDate },
): Promise<void> {
  const thresholdVnd = await thresholdOn(tx, soldOn);
  if (thresholdVnd === null) return;
  const year = yearOf(soldOn);
  const [sold] = await selectYear(tx).execute({ householdId, year });
  const revenueVnd = sold?.revenueVnd ?? 0;
  const mark = thresholdMark(revenueVnd, thresholdVnd);
  if (mark === null) return;
  const known = await tx
    .select({ mark: thresholdEvents.mark })
    .from(thresholdEvents)
    .where(and(eq(thresholdEvents.householdId, householdId), eq(thresholdEvents.year, year)))
    .limit(2);
  if (known.some((one) => one.mark === mark || one.mark === "reached")) return;
  await tx.insert(thresholdEvents).values({
    id: newId("the"),
    householdId,
    year,
    mark,
    revenueVnd,
    thresholdVnd,
    occurredAt: now(),
  });
}

const selectYear = builtOnce((db) =>
  db
    .select({ revenueVnd: householdYears.revenueVnd })
    .from(householdYears)
    .where(
      and(
        eq(householdYears.householdId, sql.placeholder("householdId")),
        eq(householdYears.year, sql.placeholder("year")),
      ),
    )
    .limit(1)
    .prepare(),
);
