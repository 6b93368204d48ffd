import { and, asc, eq } from "drizzle-orm";
import type { keepEdition } from "../../../app/domain/statistics/keep-edition.server";
import type { RetailKind } from "../../../app/domain/statistics/retail-stages";
import type {
  PeriodSnapshot,
  snapshotOf,
} from "../../../app/domain/statistics/take-snapshot.server";
import type { RetailTotal } from "../../../app/domain/statistics/types";
import type { Revision } from "../../../app/domain/statistics/types-periods";
import { vnd } from "../../../app/platform/money";
import { addMonths, monthOf } from "../../../app/platform/period";
import { provinceOrders, retailTotals } from "../../schema/statistics";
import { periodPublications } from "../../schema/statistics-periods";
import { users } from "../../schema/identity";
import { momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const NOTE = "Cơ quan thống kê đã công bố số chính thức thay cho số ước tính (dữ liệu mẫu).";

/** How the shop closes months: a sample month is closed as a real one is. */
export type PeriodKeeper = { snapshotOf: typeof snapshotOf; keepEdition: typeof keepEdition };

/**
 * Every month with sales is closed and published but the last one that is over, which waits for whoever tries the desk
 * out. Where an estimate came first, the month was closed with it, and the final figure is its first revision.
 */
export async function seedPeriods(
  writer: SampleWriter,
  keeper: PeriodKeeper,
  officerId: string,
): Promise<void> {
  const { connection, day } = writer;
  const db = connection.writerOrm;
  const rows = await db
    .selectDistinct({ month: provinceOrders.month })
    .from(provinceOrders)
    .orderBy(asc(provinceOrders.month));
  const lastOpen = addMonths(monthOf(day.today), -1);
  const [officer] = await db
    .select({ id: users.id, name: users.fullName })
    .from(users)
    .where(eq(users.id, officerId));
  if (!officer) throw new Error("no sample officer");
  /** Public an hour after it was closed. */
  const keep = async (edition: Parameters<typeof keepEdition>[1]) => {
    const kept = await keeper.keepEdition(db, edition);
    if (!kept.ok) throw new Error(kept.code);
    await db.insert(periodPublications).values({
      editionId: kept.value.id,
      publishedById: officer.id,
      publishedAt: edition.closedAt + 3_600_000,
    });
  };
  for (const { month } of rows) {
    if (month >= lastOpen) break;
    const snapshot = await keeper.snapshotOf(db, month);
    const early = await withEstimates(writer, snapshot);
    const next = addMonths(month, 1);
    const first = early ?? snapshot;
    const finalAt = momentOf(`${next}-28`, 16); // an hour after the final figure was entered
    const closedAt = early ? momentOf(`${next}-12`, 9) : finalAt;
    await keep({
      snapshot: first,
      edition: 1,
      revision: null,
      closedBy: officer,
      closedAt,
    });
    if (!early) continue;
    const again = await keeper.snapshotOf(db, month);
    if (!again.since) throw new Error("a month that was not closed");
    const revision: Revision = { ...again.since.changes, note: NOTE };
    await keep({
      snapshot: again,
      edition: 2,
      revision,
      closedBy: officer,
      closedAt: finalAt,
    });
  }
}

/** The month as it was while only estimates were known; null where there was none. */
async function withEstimates(
  { connection }: SampleWriter,
  snapshot: PeriodSnapshot,
): Promise<PeriodSnapshot | null> {
  const rows = await connection.writerOrm
    .select()
    .from(retailTotals)
    .where(and(eq(retailTotals.month, snapshot.month), eq(retailTotals.stage, "estimate")));
  const estimateOf = (kind: RetailKind): RetailTotal | null => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) return null;
    const { enteredById: _who, ...total } = row;
    return { ...total, amountVnd: vnd(row.amountVnd) };
  };
  const estimates = { goods: estimateOf("goods"), goods_services: estimateOf("goods_services") };
  if (!estimates.goods || !estimates.goods_services) return null;
  const measured = { ...snapshot.measured, retailTotals: estimates };
  return { ...snapshot, retailTotals: estimates, measured };
}
