import { eq } from "drizzle-orm";
import { lotEvents, lots } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnLot } from "./load-own-lot.server";
import { recountStock } from "./recount-stock.server";

export type RecallLifting = {
  lotCode: string;
  /** Public, beside the recall that it ends. */
  reason: string;
  actorId: string | null;
  actorKind: string;
};
export type RecallLifted = {
  lotId: string;
  availableCount: number;
  /** False when no recall stood: nothing was written. */
  isNew: boolean;
};

/**
 * Ends a recall by an event of its own; the recall stays on record and on the lot's page. For the department alone,
 * which the door asks for. What is left of the lot is for sale again.
 */
export async function liftRecall(
  tx: Transaction,
  { lotCode, ...lifting }: RecallLifting,
): Promise<Result<RecallLifted, "lot_not_found">> {
  const own = await loadOwnLot(tx, { kind: "all" }, lotCode);
  if (!own) return fail("lot_not_found");
  const { lot, product } = own;
  const { availableCount } = product;
  if (lot.recalledAt === null) {
    return succeed({ lotId: lot.id, availableCount, isNew: false });
  }
  await tx.update(lots).set({ recalledAt: null }).where(eq(lots.id, lot.id));
  await tx
    .insert(lotEvents)
    .values({ id: newId("lev"), lotId: lot.id, kind: "lifted", ...lifting, occurredAt: now() });
  const backCount = await recountStock(tx, product.id);
  return succeed({ lotId: lot.id, availableCount: backCount, isNew: true });
}
