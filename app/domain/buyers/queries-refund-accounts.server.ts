import { asc, eq, inArray } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { payees } from "~db/schema/settlement-payees";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { OWN_MAX } from "./queries-own.server";
import type { PersonData } from "./types-export";

/** Where money of these purchases was to be paid back to; of the number, which lies sealed, its ending. */
export async function listRefundAccounts(
  purchaseIds: readonly string[],
): Promise<PersonData["refundAccounts"]> {
  const rows = await reader()
    .select({ payee: payees, order: checkouts.code })
    .from(payees)
    .innerJoin(checkouts, eq(checkouts.id, payees.ownerId))
    .where(inArray(payees.ownerId, [...purchaseIds]))
    .orderBy(asc(payees.ownerId))
    .limit(OWN_MAX);
  return rows.map(({ payee, order }) => ({
    order,
    bankBin: payee.bankBin,
    accountEnding: payee.accountEnding,
    enteredAt: isoInstant(payee.enteredAt),
  }));
}
