import type { LedgerAccount } from "~/domain/settlement/ledger-accounts";
import { findUse } from "~/domain/vouchers/queries-records.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";

/** The account of the programme that pays a part of this checkout; throws without one. */
export async function loadProgrammeAccount(
  tx: Transaction,
  checkoutId: string,
): Promise<LedgerAccount> {
  const use = present(await findUse(tx, checkoutId), "a share of a voucher that nobody used");
  return { kind: "voucher", ownerId: use.programmeId };
}
