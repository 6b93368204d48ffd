import { desc, eq } from "drizzle-orm";
import { lotEvents, lots } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnLot } from "./load-own-lot.server";
import { recountStock } from "./recount-stock.server";

export type LotRecall = {
  lotCode: string;
  /** Why, and what a buyer has to do; both are public. */
  reason: string;
  instruction: string;
  actorId: string | null;
  actorKind: string;
};
export type LotRecalled = {
  lotId: string;
  availableCount: number;
  /** False when this recall stood already: nothing was written. */
  isNew: boolean;
};
export type RecallLotCode = "lot_not_found" | "lot_already_recalled";

/**
 * From now on nothing of this lot is sold or sent: it is not counted in `available_count`, and whatever chooses lots
 * passes it over. The same recall sent twice stands once; other words for one that stands are refused, so that
 * nobody waters down what buyers were told.
 */
export async function recallLot(
  tx: Transaction,
  scope: Scope,
  { lotCode, ...recall }: LotRecall,
): Promise<Result<LotRecalled, RecallLotCode>> {
  const own = await loadOwnLot(tx, scope, lotCode);
  if (!own) return fail("lot_not_found");
  const { lot, product } = own;
  const { availableCount } = product;
  if (lot.recalledAt !== null) {
    const [latest] = await tx
      .select({ reason: lotEvents.reason, instruction: lotEvents.instruction })
      .from(lotEvents)
      .where(eq(lotEvents.lotId, lot.id))
      .orderBy(desc(lotEvents.occurredAt), desc(lotEvents.id))
      .limit(1);
    const isSame = latest?.reason === recall.reason && latest.instruction === recall.instruction;
    if (!isSame) return fail("lot_already_recalled");
    return succeed({ lotId: lot.id, availableCount, isNew: false });
  }
  const occurredAt = now();
  await tx.update(lots).set({ recalledAt: occurredAt }).where(eq(lots.id, lot.id));
  await tx
    .insert(lotEvents)
    .values({ id: newId("lev"), lotId: lot.id, kind: "recalled", ...recall, occurredAt });
  const leftCount = await recountStock(tx, product.id);
  return succeed({ lotId: lot.id, availableCount: leftCount, isNew: true });
}
