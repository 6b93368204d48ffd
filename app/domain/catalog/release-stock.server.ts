import type { Transaction } from "~/platform/db.server";
import { moveReservedPacks } from "./move-reserved-packs.server";

/**
 * Gives back the packs held for these lines of orders; what was shipped stays shipped.
 * @returns how many packs; 0 when it was done before
 */
export async function releaseStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<number> {
  return moveReservedPacks(tx, {
    ...input,
    from: "held",
    to: "released",
    onHandPerPack: 0,
    reservedPerPack: -1,
  });
}
