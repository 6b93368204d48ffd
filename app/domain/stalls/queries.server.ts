import { and, between, desc, eq, isNull, sql, sum } from "drizzle-orm";
import { stallTakings } from "~db/schema/stalls";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { LocalDate, Month } from "~/platform/period";
import { takingOf } from "./queries-household-data.server";
import type { TakingsMonth, TakingSums } from "./types";

/** As many as somebody scrolls through on a phone; the sums are of the whole month. */
const TAKINGS_ON_PAGE = 200;

/**
 * A month of a household's own book of its stall, the newest first, 200 entries a page; a page after the last is the last.
 * Null outside the scope.
 */
export async function findTakings(
  scope: Scope,
  of: { householdId: string; month: Month; page: number },
): Promise<TakingsMonth | null> {
  const { householdId, month } = of;
  if (!isInScope(scope, householdId)) return null;
  const isOfMonth = and(
    eq(stallTakings.householdId, householdId),
    between(stallTakings.takenOn, `${month}-01`, `${month}-31`),
  );
  const entryCount = await reader().$count(stallTakings, isOfMonth);
  const pageCount = Math.max(1, Math.ceil(entryCount / TAKINGS_ON_PAGE));
  const page = Math.min(of.page, pageCount);
  const sumsOf = await sumByDay(isOfMonth);
  const rows = await reader()
    .select()
    .from(stallTakings)
    .where(isOfMonth)
    .orderBy(desc(stallTakings.takenOn), desc(stallTakings.notedAt), desc(stallTakings.id))
    .limit(TAKINGS_ON_PAGE)
    .offset((page - 1) * TAKINGS_ON_PAGE);
  const takings = rows.map(takingOf);
  const days = [...new Set(takings.map(({ takenOn }) => takenOn))];
  return {
    month,
    ...addUp([...sumsOf.values()]),
    days: days.map((day) => ({
      day,
      takings: takings.filter(({ takenOn }) => takenOn === day),
      ...(sumsOf.get(day) ?? addUp([])),
    })),
    page,
    pageCount,
  };
}

/** What a household noted in a year at its stall, in đồng; the caller has found it in the scope. */
export async function sumTakings(householdId: string, year: number): Promise<number> {
  const [row] = await reader()
    .select({ amountVnd: sum(stallTakings.amountVnd).mapWith(Number) })
    .from(stallTakings)
    .where(
      and(
        eq(stallTakings.householdId, householdId),
        between(stallTakings.takenOn, `${year}-01-01`, `${year}-12-31`),
        isNull(stallTakings.struckAt),
      ),
    );
  return row?.amountVnd ?? 0;
}

async function sumByDay(isOfMonth: ReturnType<typeof and>): Promise<Map<LocalDate, TakingSums>> {
  const sumOf = (way: string) =>
    sql<number>`sum(case when ${stallTakings.way} = ${way} then ${stallTakings.amountVnd} else 0 end)`.mapWith(
      Number,
    );
  const rows = await reader()
    .select({
      day: stallTakings.takenOn,
      cash: sumOf("cash"),
      transfer: sumOf("transfer"),
    })
    .from(stallTakings)
    .where(and(isOfMonth, isNull(stallTakings.struckAt)))
    .groupBy(stallTakings.takenOn)
    .limit(31);
  return new Map(rows.map(({ day, cash, transfer }) => [day, addUp([{ cash, transfer }])]));
}

function addUp(sums: readonly Pick<TakingSums, "cash" | "transfer">[]): TakingSums {
  const cash = sums.reduce((total, one) => total + one.cash, 0);
  const transfer = sums.reduce((total, one) => total + one.transfer, 0);
  return { cash, transfer, totalVnd: cash + transfer };
}
