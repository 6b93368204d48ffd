import { holdPacks } from "~/domain/catalog/hold-packs.server";
import { sumTakenByLate } from "~/domain/statements/queries-late.server";
import type { RowAtWork } from "~/domain/statements/queries-work.server";
import { takeUses } from "~/domain/vouchers/take-uses.server";
import type { Transaction } from "~/platform/db.server";

/**
 * Takes what late orders of the same file, tried out in transactions before this one, would have taken of what these
 * lines want too: packs and uses of vouchers, in one sum for each. Only for a transaction that is taken back.
 */
export async function takeForEarlierRows(
  tx: Transaction,
  importId: string,
  rows: readonly RowAtWork[],
): Promise<void> {
  const memos = rows.map(({ content }) => content ?? "");
  const { products, programmes } = await sumTakenByLate(tx, { importId, memos });
  for (const { productId, quantity } of products) {
    const request = { lineItemId: `${importId}.${productId}`, productId };
    const held = await holdPacks(tx, { ...request, quantity });
    // Sold to others since: then nothing is left.
    const leftCount = held.ok ? 0 : Number(held.detail?.["availableCount"] ?? 0);
    if (leftCount > 0) await holdPacks(tx, { ...request, quantity: leftCount });
  }
  for (const programme of programmes) await takeUses(tx, programme);
}
