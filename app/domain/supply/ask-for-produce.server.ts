import { and, eq, gte } from "drizzle-orm";
import { supplyDemands } from "~db/schema/supply";
import { formatPhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { WantedForm } from "./forms";
import { produceKeyOf } from "./produce-key";
import { isWaitingDemand } from "./queries.server";

/** More than officers can call back; who comes then is asked to call. */
const WAITING_MAX = 500;

export type AskFailure = "wanted_full" | "form_outdated";

/**
 * Keeps what a buyer writes that they would take; it counts once an officer has asked back. The same form sent twice is
 * kept once; with something else in it, it is not taken for the first.
 */
export async function askForProduce(
  tx: Transaction,
  wanted: WantedForm,
): Promise<Result<{ isNew: boolean }, AskFailure>> {
  const { demandId: id, phone, ...facts } = wanted;
  const produceKey = produceKeyOf(facts.produceName);
  const demand = { id, ...facts, produceKey, contact: formatPhone(phone) };
  const [kept] = await tx.select().from(supplyDemands).where(eq(supplyDemands.id, id)).limit(1);
  if (kept) {
    const isSame =
      kept.contact === demand.contact &&
      kept.produceKey === produceKey &&
      kept.quantityKg === demand.quantityKg &&
      kept.fromOn === demand.fromOn &&
      kept.toOn === demand.toOn;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  const isToCome = gte(supplyDemands.toOn, localDateOf(now()));
  const waitingCount = await tx.$count(supplyDemands, and(isWaitingDemand, isToCome));
  if (waitingCount >= WAITING_MAX) return fail("wanted_full");
  await tx.insert(supplyDemands).values({ ...demand, notedAt: now(), notedById: null });
  return succeed({ isNew: true });
}
