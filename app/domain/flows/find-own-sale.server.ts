import type { Actor } from "~/domain/audit/actor";
import { householdIdsOf, phonesOfHouseholds } from "~/domain/households/queries-membership.server";
import { isSamePhone } from "~/domain/identity/phone";
import type { Transaction } from "~/platform/db.server";
import { fail, type Failure } from "~/platform/result";

/** Sales of a household to itself are no sales; statistics must not see them, signed in or not. Null: it is none. */
export async function findOwnSale(
  tx: Transaction,
  actor: Actor,
  { sellerIds, buyerPhone }: { sellerIds: readonly string[]; buyerPhone: string },
): Promise<Failure<"own_product" | "sellers_phone"> | null> {
  if (actor.kind === "user") {
    const own = await householdIdsOf(tx, actor.userId);
    if (sellerIds.some((householdId) => own.includes(householdId))) return fail("own_product");
  }
  const phones = await phonesOfHouseholds(tx, sellerIds);
  const isSellers = phones.some((phone) => isSamePhone(phone, buyerPhone));
  return isSellers ? fail("sellers_phone") : null;
}
