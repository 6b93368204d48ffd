import type { TransferReason } from "./ledger-accounts";
import type { StatementKind } from "./types-statement";

/** What each reason for which a household's accounts can move is on its statement. */
export const STATEMENT_KINDS: Partial<Record<TransferReason, StatementKind>> = {
  cash_collected: "order",
  order_settled: "order",
  commission_taken: "order",
  tax_withheld: "order",
  cash_kept: "order",
  sale_returned: "return",
  commission_returned: "return",
  tax_returned: "return",
  debt_recovered: "recovered",
  disbursement_approved: "payout",
  bank_outflow: "payout", // withdrawn, and sent all the same
  outflow_allocated: "payout",
  wallet_paid: "payout", // the same, by Mobile Money
  disbursement_undone: "payout_back",
};
