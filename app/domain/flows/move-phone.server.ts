import { moveAddressPhones } from "~/domain/buyers/move-address-phones.server";
import { moveHouseholdPhone } from "~/domain/households/move-household-phone.server";
import { moveWaitingPhone } from "~/domain/preorders/move-waiting-phone.server";
import type { Transaction } from "~/platform/db.server";

/**
 * Whatever of this person names the number `from` (ten digits) names `to`: households that are reached by it, addresses and
 * places on lists. Answers the households.
 */
export async function movePhone(
  tx: Transaction,
  move: { userId: string; from: string; to: string },
): Promise<string[]> {
  await moveAddressPhones(tx, move);
  await moveWaitingPhone(tx, move);
  return moveHouseholdPhone(tx, move);
}
