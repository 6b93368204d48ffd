import { and, isNull } from "drizzle-orm";
import { supplyDemands } from "~db/schema/supply";
import { formatPhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { WantedForm } from "./forms";
import { produceKeyOf } from "./produce-key";

/** More than officers can call back; who comes then is asked to call. */
const WAITING_MAX = 500;

/**
 * Keeps what a buyer writes that they would take; it counts once an officer has asked back. The same form sent twice is
 * kept once.
 */
export async function askForProduce(
  tx: Transaction,
  wanted: WantedForm,
): Promise<Result<{ isNew: boolean }, "wanted_full">> {
  const isWaiting = and(isNull(supplyDemands.confirmedAt), isNull(supplyDemands.closedAt));
  if ((await tx.$count(supplyDemands, isWaiting)) >= WAITING_MAX) return fail("wanted_full");
  const { demandId: id, phone, ...facts } = wanted;
  const produceKey = produceKeyOf(facts.produceName);
  const written = await tx
    .insert(supplyDemands)
    .values({
      id,
      ...facts,
      contact: formatPhone(phone),
      produceKey,
      notedAt: now(),
      notedById: null,
    })
    .onConflictDoNothing()
    .returning({ id: supplyDemands.id });
  return succeed({ isNew: written.length > 0 });
}
