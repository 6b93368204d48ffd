import { lotCodeOf } from "../../../app/domain/catalog/lot-code";
import { isInSeason } from "../../../app/domain/catalog/season";
import { addDays, type LocalDate } from "../../../app/platform/period";
import { lots } from "../../schema/catalog";
import { prepareInsert } from "../insert-rows";
import type { SampleProduct } from "./province-sample";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

/** A lot that is sold from today; packs that orders hold come on top of its free ones. */
export type SampleLot = { id: string; createdAt: number; freeCount: number };

const FRESH_DAYS = 30;

/** What does not keep is not there outside its season; what keeps is. */
export function isObtainable(
  product: Pick<SampleProduct, "season" | "shelfLifeDays">,
  date: LocalDate,
): boolean {
  const isFresh = product.shelfLifeDays !== null && product.shelfLifeDays <= FRESH_DAYS;
  return product.season === null || !isFresh || isInSeason(product.season, date);
}

type LotPlan = { madeOn: LocalDate; freeCount: number };

/** One or two lots of a product with 20 to 200 packs together; none for fresh goods outside their season. */
export function planLots(
  { day, random }: SampleWriter,
  product: Pick<SampleProduct, "season" | "shelfLifeDays">,
): LotPlan[] {
  // Orders of the last days may still hold packs of what has just gone out of season.
  const isSold = [0, 8].some((days) => isObtainable(product, daysBefore(day, days)));
  if (!isSold) return [];
  const oldest = Math.min(60, Math.floor((product.shelfLifeDays ?? 180) / 3));
  const ages = random.chance(0.5) && oldest > 2 ? [oldest, 1] : [Math.max(1, oldest)];
  return ages.map((age) => ({
    madeOn: daysBefore(day, random.whole(Math.ceil(age / 2), age)),
    freeCount: random.whole(20, Math.floor(200 / ages.length)),
  }));
}

/** Writes planned lots of one product a call. */
export function createLotInsert({ connection, random, newId }: SampleWriter) {
  const insert = prepareInsert(connection, lots);
  const codes = new Set<string>();

  const freeCode = (madeOn: LocalDate) => {
    for (;;) {
      const code = lotCodeOf(
        madeOn,
        Uint8Array.from({ length: 5 }, () => random.whole(0, 255)),
      );
      if (codes.has(code)) continue;
      codes.add(code);
      return code;
    }
  };

  return (
    plans: readonly LotPlan[],
    { productId, shelfLifeDays }: { productId: string; shelfLifeDays: number | null },
  ): SampleLot[] =>
    plans.map(({ madeOn, freeCount }) => {
      const createdAt = momentOf(madeOn, 8);
      const id = newId("lot", createdAt);
      insert({
        id,
        code: freeCode(madeOn),
        productId,
        madeOn,
        expiresOn: shelfLifeDays === null ? null : addDays(madeOn, shelfLifeDays),
        onHandCount: freeCount,
        reservedCount: 0,
        recalledAt: null,
        soldAs: null,
        createdAt,
      });
      return { id, createdAt, freeCount };
    });
}
