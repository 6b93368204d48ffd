import { asc, desc, eq, gte, lt } from "drizzle-orm";
import { retailTotals } from "~db/schema/statistics";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd, type Vnd } from "~/platform/money";
import type { LocalDate, Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { formatBillions } from "./billions";
import { questionAbout, type RetailQuestion } from "./retail-question";
import type { RetailKind, RetailStage } from "./retail-stages";
import { compareVintages } from "./retail-vintages";

export type RetailTotalEntry = {
  month: Month;
  kind: RetailKind;
  amountVnd: Vnd;
  stage: RetailStage;
  source: string;
  publishedOn: LocalDate;
  enteredById: string | null;
};

/** How the figure was typed; `confirmation` is that of the question which the officer said yes to. */
export type RetailTotalTyping = { isAmbiguous: boolean; confirmation: string | null };

/** Nothing is written before a question is answered. */
export type RetailTotalAnswer =
  { outcome: "question"; question: RetailQuestion } | ({ outcome: "entered" } & EnteredRetailTotal);

type EnteredRetailTotal = {
  id: string;
  /** The vintage in use already said the same: nothing was written. */
  isRepeat: boolean;
  /** False when a later publication was entered before; that one stays in use. */
  isInUse: boolean;
};

export type RetailTotalProblem = "retail_goods_above_total" | "retail_total_below_goods";

const VINTAGES_MAX = 500;
// Enough for several vintages of both kinds in the nearest months with any.
const NEARBY_MAX = 60;

/**
 * Adds a vintage of the official denominator; earlier ones stay. The same values sent twice make one row.
 * Goods are a part of goods and services, so an amount on the wrong side of the other kind's is a slip of the pen; one that
 * is far from what is known is asked about first (`retail-question.ts`).
 */
export async function enterRetailTotal(
  tx: Transaction,
  entry: RetailTotalEntry,
  typing: RetailTotalTyping,
): Promise<Result<RetailTotalAnswer, RetailTotalProblem>> {
  const rows = await tx
    .select()
    .from(retailTotals)
    .where(eq(retailTotals.month, entry.month))
    .limit(VINTAGES_MAX);
  const ofKind = rows.filter((row) => row.kind === entry.kind).toSorted(compareVintages);
  const inUse = ofKind.at(-1);
  const same = ofKind.findLast((row) => isSame(row, entry));
  // Entered again after a slip of the same day, it is a correction and must count again.
  if (same && inUse && (same === inUse || inUse.publishedOn > entry.publishedOn)) {
    return succeed({
      outcome: "entered",
      id: same.id,
      isRepeat: true,
      isInUse: same === inUse,
    });
  }
  const mismatch = mismatchOf(entry, rows);
  if (mismatch) return mismatch;
  const question = questionAbout({ ...entry, ...typing }, await readNearby(tx, entry.month));
  if (question && question.confirmation !== typing.confirmation) {
    return succeed({ outcome: "question", question });
  }
  const id = newId("rtt");
  await tx.insert(retailTotals).values({ id, ...entry, enteredAt: now(), isSample: false });
  const isInUse = !inUse || inUse.publishedOn <= entry.publishedOn;
  return succeed({ outcome: "entered", id, isRepeat: false, isInUse });
}

type Row = typeof retailTotals.$inferSelect;

/** The failure when goods would be more than goods and services. */
function mismatchOf(entry: RetailTotalEntry, rows: readonly Row[]) {
  const other = rows
    .filter((row) => row.kind !== entry.kind)
    .toSorted(compareVintages)
    .at(-1);
  if (other && entry.kind === "goods" && entry.amountVnd > other.amountVnd) {
    return fail("retail_goods_above_total", { billions: formatBillions(other.amountVnd, "vi") });
  }
  if (other && entry.kind === "goods_services" && entry.amountVnd < other.amountVnd) {
    return fail("retail_total_below_goods", { billions: formatBillions(other.amountVnd, "vi") });
  }
  return null;
}

/** Vintages of the months nearest to this one that have any, itself among them. */
async function readNearby(tx: Transaction, month: Month) {
  const later = await tx
    .select()
    .from(retailTotals)
    .where(gte(retailTotals.month, month))
    .orderBy(asc(retailTotals.month))
    .limit(NEARBY_MAX);
  const earlier = await tx
    .select()
    .from(retailTotals)
    .where(lt(retailTotals.month, month))
    .orderBy(desc(retailTotals.month))
    .limit(NEARBY_MAX);
  return [...earlier, ...later].map((row) => ({ ...row, amountVnd: vnd(row.amountVnd) }));
}

function isSame(row: Row, entry: RetailTotalEntry): boolean {
  return (
    row.amountVnd === entry.amountVnd &&
    row.stage === entry.stage &&
    row.source === entry.source &&
    row.publishedOn === entry.publishedOn
  );
}
