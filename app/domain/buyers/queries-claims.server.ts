import { asc, inArray } from "drizzle-orm";
import { transferClaims } from "~db/schema/payments-claims";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { OWN_MAX } from "./queries-own.server";
import type { PersonData } from "./types-export";

/** What a buyer said of transfers that an order did not show, and what was answered. */
export async function listClaimData(
  purchaseIds: readonly string[],
): Promise<PersonData["transferClaims"]> {
  const rows = await reader()
    .select()
    .from(transferClaims)
    .where(inArray(transferClaims.checkoutId, [...purchaseIds]))
    .orderBy(asc(transferClaims.sentAt), asc(transferClaims.id))
    .limit(OWN_MAX);
  return rows.map((row) => ({
    amountVnd: row.amountVnd,
    transferredAt: isoInstant(row.transferredAt),
    bankReference: row.bankReference === "" ? null : row.bankReference,
    hasPhoto: row.photo !== null,
    sentAt: isoInstant(row.sentAt),
    status: row.status,
    answer: row.answer,
  }));
}
