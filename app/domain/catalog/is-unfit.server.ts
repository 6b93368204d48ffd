import { isNotNull, lte, or, type SQL } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import type { LocalDate } from "~/platform/period";

/** Lots that must not reach a buyer: recalled, or past their last day when they are there. */
export function isUnfit(lastsBeyond: LocalDate): SQL | undefined {
  return or(isNotNull(lots.recalledAt), lte(lots.expiresOn, lastsBeyond));
}
