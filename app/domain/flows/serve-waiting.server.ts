import { SYSTEM } from "~/domain/audit/actor";
import { listOverdueHarvests, listServable } from "~/domain/preorders/queries-records.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { moveHarvest } from "./move-harvest.server";
import { servePreorders } from "./serve-preorders.server";
import { unlessItThrows } from "./unless-it-throws.server";

const BATCH_SIZE = 50;

/**
 * What of pre-orders happens by itself: packs that came free (an order that was not paid or called off) go to who waits,
 * and lists that are long overdue end. At most 50 of each a call.
 */
export async function serveWaiting(): Promise<Result<{ servedCount: number; endedCount: number }>> {
  const due = { atInstant: now(), limit: BATCH_SIZE };
  let endedCount = 0;
  for (const harvestId of await listOverdueHarvests(reader(), due)) {
    const end = { actor: SYSTEM, mover: { by: "clock" }, harvestId, to: "ended" } as const;
    const isEnded = await unlessItThrows("an overdue harvest", harvestId, () => moveHarvest(end));
    if (isEnded) endedCount += 1;
  }
  let servedCount = 0;
  for (const productId of await listServable(reader(), BATCH_SIZE)) {
    await unlessItThrows("who waits for a harvest", productId, () =>
      inTransaction(async (tx) => {
        const served = await servePreorders(tx, SYSTEM, productId);
        servedCount += served.servedCount;
        return succeed(null);
      }),
    );
  }
  return succeed({ servedCount, endedCount });
}
