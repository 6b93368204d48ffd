import type { Transaction } from "~/platform/db.server";
import { moveReservedPacks } from "./move-reserved-packs.server";

/**
 * The packs held for these lines of orders leave the house: they are neither on hand nor reserved any more.
 * @returns how many packs; 0 when it was done before
 */
export async function consumeStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<number> {
  return moveReservedPacks(tx, {
    ...input,
    from: "held",
    to: "consumed",
    onHandPerPack: -1,
    reservedPerPack: -1,
  });
}
