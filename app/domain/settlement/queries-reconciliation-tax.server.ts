import { and, eq, sql, sum, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { transfers } from "~db/schema/settlement";
import { householdYears } from "~db/schema/settlement-tax";
import type { ReadDatabase } from "~/platform/db.server";
import { MAX_DIFFERENCES, type Stretch } from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

/** Orders of which another tax was kept back than was frozen when they were placed. */
export async function findOrderTaxDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const ofOrder = sql`${orders.vatVnd} + ${orders.pitVnd}`;
  const expectedVnd = sql<number>`case ${orders.status} when 'delivered' then ${ofOrder} else 0 end`;
  const actualVnd = keptBack(
    db,
    sql`${transfers.referenceKind} = 'order' and ${transfers.referenceId} = ${orders.id}`,
  );
  const rows = await db
    .select({
      subjectId: orders.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: actualVnd.mapWith(Number),
    })
    .from(orders)
    .where(and(stretch, sql`${expectedVnd} <> ${actualVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "order_tax", ...row }));
}

/** Requests that gave another tax back than they say. */
export async function findReturnTaxDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const expectedVnd = sql<number>`${returnRequests.vatVnd} + ${returnRequests.pitVnd}`;
  const actualVnd = sql<number>`-(${keptBack(
    db,
    sql`${transfers.referenceKind} = 'return_request' and ${transfers.referenceId} = ${returnRequests.id}`,
  )})`;
  const rows = await db
    .select({
      subjectId: returnRequests.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: actualVnd.mapWith(Number),
    })
    .from(returnRequests)
    .where(and(stretch, sql`${expectedVnd} <> ${actualVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "return_tax", ...row }));
}

function keptBack(db: ReadDatabase, where: SQL): SQL<number> {
  const signed = sql`case ${transfers.reason}
    when 'tax_withheld' then ${transfers.amountVnd} when 'tax_returned' then -${transfers.amountVnd} end`;
  const posted = db
    .select({ amountVnd: sum(signed) })
    .from(transfers)
    .where(where);
  return sql<number>`coalesce(${posted}, 0)`;
}

/** Years of households of which the database keeps another revenue than their transfers make. */
export async function findYearDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const moved = (where: SQL) => {
    const amounts = db
      .select({ amountVnd: sum(transfers.amountVnd) })
      .from(transfers)
      .where(and(where, sql`substr(${transfers.localDate}, 1, 4) = '' || ${householdYears.year}`));
    return sql<number>`coalesce(${amounts}, 0)`;
  };
  const account = (kind: string) => sql`${kind} || ':' || ${households.id}`;
  const sold = moved(
    sql`${transfers.creditAccountId} = ${account("household")} and ${transfers.reason} = 'order_settled'`,
  );
  const cameBack = moved(
    sql`${transfers.debitAccountId} in (${account("household")}, ${account("household_debt")}) and ${transfers.reason} = 'sale_returned'`,
  );
  const expectedVnd = sql<number>`${sold} - ${cameBack}`;
  const rows = await db
    .select({
      subjectId: households.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: householdYears.revenueVnd,
    })
    .from(households)
    .innerJoin(householdYears, eq(householdYears.householdId, households.id))
    .where(and(stretch, sql`${expectedVnd} <> ${householdYears.revenueVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "household_year", ...row }));
}
