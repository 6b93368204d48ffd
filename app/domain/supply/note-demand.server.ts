import { supplyDemands } from "~db/schema/supply";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { DemandForm } from "./forms";
import { produceKeyOf } from "./produce-key";

/** Keeps what a buyer would take, as an officer was told; answers whether it is new. The same form sent twice keeps it once. */
export async function noteDemand(
  tx: Transaction,
  { notedById, demand }: { notedById: string; demand: DemandForm },
): Promise<{ isNew: boolean }> {
  const { demandId: id, ...facts } = demand;
  const produceKey = produceKeyOf(facts.produceName);
  const notedAt = now();
  const written = await tx
    .insert(supplyDemands)
    .values({ id, notedById, notedAt, confirmedAt: notedAt, produceKey, ...facts })
    .onConflictDoNothing()
    .returning({ id: supplyDemands.id });
  return { isNew: written.length > 0 };
}
