import type { Month } from "~/platform/period";
import type { RetailKind } from "./retail-stages";
import type { RetailTotal } from "./types";

/** The vintage in use by `month kind`. */
export type VintagesInUse = ReadonlyMap<`${Month} ${RetailKind}`, RetailTotal>;

/**
 * Of each month and kind the vintage that counts: the one that the statistics office published last, and of
 * those of one day the one entered last. So an old estimate that is entered late does not displace a final figure.
 */
export function chooseVintages(totals: readonly RetailTotal[]): VintagesInUse {
  const chosen = new Map<`${Month} ${RetailKind}`, RetailTotal>();
  for (const total of totals) {
    const key = `${total.month} ${total.kind}` as const;
    const best = chosen.get(key);
    if (!best || compareVintages(total, best) > 0) chosen.set(key, total);
  }
  return chosen;
}

/** Negative when `a` is the older of two vintages of a month and kind. */
export function compareVintages(a: VintageAge, b: VintageAge): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? -1 : 1;
  if (a.enteredAt !== b.enteredAt) return a.enteredAt - b.enteredAt;
  return a.id < b.id ? -1 : 1;
}

type VintageAge = Pick<RetailTotal, "publishedOn" | "enteredAt" | "id">;
