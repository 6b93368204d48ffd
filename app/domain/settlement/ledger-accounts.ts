/** Kinds of ledger account; the id is `kind` or `kind:owner`. Debit raises assets, credit raises what we owe. */
export const LEDGER_ACCOUNT_KINDS = [
  "bank", // asset: our receiving account
  "card_clearing", // asset: what the card provider holds for us; below zero once refunds exceed it
  "gateway_fees", // what the card provider took for itself
  "dispute_hold", // asset: what the card provider holds back while a cardholder disputes it
  "dispute_losses", // what disputes that we lost have cost, and refunds to cards of what nobody owed
  "mobile_wallet", // asset, owner a telecom: what the bank has sent to our Mobile Money account there
  "courier", // asset: cash that carriers have collected and owe us
  "household_cash", // asset, owner household: cash that it took at the door itself and owes us
  "household_debt", // asset, owner household: what it owes us of goods that came back after its money was spent
  "buyer", // owner checkout: received from the buyer and not yet earned by a household
  "voucher", // owner a programme: what it owes us of what its vouchers have paid; below zero what we owe it
  "refund_due", // owed back: owner a checkout, or the bank's line of a sender whom we do not know
  "disbursement", // owner disbursement: approved to be sent, and not yet seen to leave the bank
  "suspense", // received, purpose unknown
  "outflow", // asset: left the bank, purpose unknown
  "bank_fees", // what the bank took for itself
  "other_income", // interest and what else came that no buyer sent
  "owner_funds", // what the account's owner put in, less what it took out: may be on either side
  "household", // owner household: payable to it
  "commission", // earned by the marketplace
  "tax_withheld", // kept back for the State; below zero when goods came back after it was paid there: offset next month
] as const;
export type LedgerAccountKind = (typeof LEDGER_ACCOUNT_KINDS)[number];

/** Which side makes the account grow; no balance may fall below zero on that side. `either` may. */
export const NORMAL_SIDE: Record<LedgerAccountKind, "debit" | "credit" | "either"> = {
  bank: "debit",
  card_clearing: "either",
  gateway_fees: "debit",
  dispute_hold: "debit",
  dispute_losses: "debit",
  mobile_wallet: "debit",
  courier: "debit",
  household_cash: "debit",
  household_debt: "debit",
  buyer: "credit",
  voucher: "either",
  refund_due: "credit",
  disbursement: "credit",
  suspense: "credit",
  outflow: "debit",
  bank_fees: "debit",
  other_income: "credit",
  owner_funds: "either",
  household: "credit",
  commission: "credit",
  tax_withheld: "either",
};

/** Who may have cash that was taken at the door. */
export type CashHolder = { kind: "courier" } | { kind: "household_cash"; ownerId: string };

export type LedgerAccount =
  | {
      kind:
        | "bank"
        | "card_clearing"
        | "gateway_fees"
        | "dispute_hold"
        | "dispute_losses"
        | "suspense"
        | "outflow"
        | "bank_fees"
        | "other_income"
        | "owner_funds"
        | "commission"
        | "tax_withheld";
    }
  | CashHolder
  | {
      kind:
        | "buyer"
        | "voucher"
        | "refund_due"
        | "disbursement"
        | "household"
        | "household_debt"
        | "mobile_wallet";
      ownerId: string;
    };

export function ledgerAccountId(account: LedgerAccount): string {
  return "ownerId" in account ? `${account.kind}:${account.ownerId}` : account.kind;
}

export const TRANSFER_REASONS = [
  "bank_receipt", // a transfer from a buyer
  "excess_to_refund", // the buyer sent more than was due
  "cash_collected", // the money was taken at the door, by the carrier or the household
  "voucher_applied", // a voucher's share of an order: its programme owes it from now on
  "voucher_undone", // of an order that fell through after that
  "order_settled", // delivered: the money becomes the household's
  "commission_taken", // the marketplace's share of a settled order
  "tax_withheld", // of a settled order, what is kept back for the State
  "cash_kept", // of cash that the household took itself, what it earned stays with it
  "order_refund_due", // paid, but not fulfilled: owed back to the buyer
  "sale_returned", // delivered and given back: the household's money is owed to the buyer
  "commission_returned", // the marketplace's share of what was given back
  "tax_returned", // what was kept back of what was given back
  "debt_recovered", // of a later sale, what the household still owed: for goods that came back, commission of its cash
  "bank_outflow", // a line that left the bank
  "receipt_allocated", // a person said what money that came was for
  "outflow_allocated", // a person said what money that went was for
  "disbursement_approved", // two people have agreed to send it
  "wallet_paid", // sent by hand out of our account at a telecom, as two people have seen
  "disbursement_undone", // it is not sent, or came back: owed as before
  "card_received", // a card was charged for a buyer
  "card_fee", // what the card provider took of it
  "card_refunded", // given back to the card
  "card_refund_failed", // the card's bank did not take it: owed as before
  "dispute_opened", // held back by the card provider
  "dispute_won", // given to us again
  "dispute_lost", // gone
  "dispute_set_off", // what the buyer has by a dispute that we lost is not owed to them any more
  "opening_balance", // what our account at the bank held before the first line that we know
  "line_undone", // a line of the bank that another line had told already
] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];
