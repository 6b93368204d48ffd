import { withQuery, type Query } from "./with-query";

/** The addresses of the department's money desk, and of what it pays households. */
export const moneyPaths = {
  voucherProgrammes: (query?: Query) => withQuery("/department/vouchers", query),
  newVoucherProgramme: () => "/department/vouchers/new",
  voucherProgramme: (code: string, query?: Query) =>
    withQuery(`/department/vouchers/${code}`, query),
  bankTransactions: (query?: Query) => withQuery("/department/bank-transactions", query),
  bankLine: (id: string, query?: Query) => withQuery(`/department/bank-transactions/${id}`, query),
  /** What was told of the line, in full; noted each time it is opened. */
  bankLineEvidence: (id: string) => `/department/bank-transactions/${id}/evidence`,
  bankLineDecision: (id: string) => `/department/bank-transactions/${id}/decision`,
  unreadableNotices: (query?: Query) => withQuery("/department/unreadable-notices", query),
  /** One of them in full, noted each time it is opened, and where an officer says what came of it. */
  unreadableNotice: (id: string) => `/department/unreadable-notices/${id}`,
  refunds: (query?: Query) => withQuery("/department/refunds", query),
  /** What is owed to one owner: a purchase, or a line whose sender nobody knows. */
  refund: (ownerId: string, query?: Query) => withQuery(`/department/refunds/${ownerId}`, query),
  refundPayee: (ownerId: string) => `/department/refunds/${ownerId}/account`,
  disbursements: (query?: Query) => withQuery("/department/disbursements", query),
  disbursement: (code: string, query?: Query) =>
    withQuery(`/department/disbursements/${code}`, query),
  disbursementSimulation: (code: string) => `/department/disbursements/${code}/simulation`,
  /** The whole account, which is noted each time it is opened. */
  disbursementPayee: (code: string) => `/department/disbursements/${code}/account`,
  payouts: (query?: Query) => withQuery("/department/payouts", query),
  payoutBatch: (code: string, query?: Query) => withQuery(`/department/payouts/${code}`, query),
  /** What the bank's bulk transfers take; noted each time it is downloaded. */
  payoutFile: (code: string) => `/department/payouts/${code}/file.csv`,
  payoutSimulation: (code: string) => `/department/payouts/${code}/simulation`,
  /** Where two people say that a Mobile Money payout was sent by hand. */
  walletReturn: (code: string) => `/department/disbursements/${code}/wallet-return`,
  walletReport: (code: string) => `/department/disbursements/${code}/wallet`,
  departmentStatement: (slug: string, month: string) =>
    `/department/households/${slug}/statements/${month}`,
  departmentStatementCsv: (slug: string, month: string) =>
    `/department/households/${slug}/statements/${month}.csv`,
  departmentTax: (query?: Query) => withQuery("/department/tax", query),
  newTaxRule: () => "/department/tax/rules/new",
  newTaxThreshold: () => "/department/tax/thresholds/new",
  newWithholding: () => "/department/tax/withholding/new",
  taxChangeAgreement: (kind: string, changeId: string) =>
    `/department/tax/${kind}/${changeId}/agreement`,
  taxChangeWithdrawal: (kind: string, changeId: string) =>
    `/department/tax/${kind}/${changeId}/withdrawal`,
  taxMonth: (month: string, query?: Query) => withQuery(`/department/tax/months/${month}`, query),
  taxMonthCsv: (month: string) => `/department/tax/months/${month}.csv`,
  /** Households by what they have sold in a year. */
  taxYear: (year: number, query?: Query) => withQuery(`/department/tax/years/${year}`, query),
  payoutAccount: (query?: Query) => withQuery("/household/payout-account", query),
  householdStatements: (query?: Query) => withQuery("/household/statements", query),
  householdStatement: (month: string, query?: Query) =>
    withQuery(`/household/statements/${month}`, query),
  householdStatementCsv: (month: string, query?: Query) =>
    withQuery(`/household/statements/${month}.csv`, query),
  bankStatements: (query?: Query) => withQuery("/department/bank-statements", query),
  newBankStatement: () => "/department/bank-statements/new",
  bankStatement: (id: string, query?: Query) =>
    withQuery(`/department/bank-statements/${id}`, query),
  bankStatementColumns: (id: string) => `/department/bank-statements/${id}/columns`,
  /** The file as it was brought in. */
  bankStatementFile: (id: string) => `/department/bank-statements/${id}/file`,
  cardEvents: (query?: Query) => withQuery("/department/card-events", query),
  /** Back to the cards that it came from. */
  cardRefund: (ownerId: string) => `/department/refunds/${ownerId}/card`,
  strayRefund: (strayId: string) => `/department/card-refunds/${strayId}/takeover`,
  cardRefundDecision: (refundId: string) => `/department/card-refunds/${refundId}/decision`,
  reconciliation: (query?: Query) => withQuery("/department/reconciliation", query),
  reconciliationRun: (id: string, query?: Query) =>
    withQuery(`/department/reconciliation/${id}`, query),
  /** Changes when a reconciliation begins or ends. */
  reconciliationStatus: () => "/department/reconciliation/status.json",
  /** One thing that differs, with what officers know of it. */
  difference: (id: string, query?: Query) =>
    withQuery(`/department/reconciliation/differences/${id}`, query),
  bankOpening: (query?: Query) => withQuery("/department/reconciliation/opening", query),
  walletBalances: (query?: Query) => withQuery("/department/reconciliation/wallets", query),
  trialBalance: (query?: Query) => withQuery("/department/trial-balance", query),
  journalCsv: (month: string) => withQuery("/department/journal.csv", { month }),
  transferClaims: (query?: Query) => withQuery("/department/transfer-claims", query),
  claimAnswer: (claimId: string) => `/department/transfer-claims/${claimId}/answer`,
  claimPhoto: (claimId: string) => `/department/transfer-claims/${claimId}/photo.jpg`,
} as const;
