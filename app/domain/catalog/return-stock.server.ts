import { gt, isNull, or } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { moveReservedPacks } from "./move-reserved-packs.server";

/**
 * Packs that were shipped and came back (refused at the door) go into their lot again, unless the lot has
 * expired meanwhile: those stay consumed, a loss that the household knows of. What belongs to a recalled lot is in
 * the house again and not for sale. Whether a parcel came back unharmed only the household can see; it corrects its
 * stock by hand.
 * @returns how many packs are in their lots again; 0 when it was done before
 */
export async function returnStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<number> {
  return moveReservedPacks(tx, {
    ...input,
    from: "consumed",
    to: "released",
    onHandPerPack: 1,
    reservedPerPack: 0,
    only: or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
  });
}
