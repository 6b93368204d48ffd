import type { DisbursementKind } from "./disbursement-status";
import type { LedgerAccount } from "./ledger-accounts";

/** The account that owes what is sent, and owes it again when it does not arrive. */
export function owingAccount(of: { kind: DisbursementKind; ownerId: string }): LedgerAccount {
  return { kind: of.kind === "payout" ? "household" : "refund_due", ownerId: of.ownerId };
}
