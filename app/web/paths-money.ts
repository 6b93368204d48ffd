import { withQuery, type Query } from "./with-query";

/** The addresses of the department's money desk. */
export const moneyPaths = {
  bankTransactions: (query?: Query) => withQuery("/department/bank-transactions", query),
  bankLine: (id: string, query?: Query) => withQuery(`/department/bank-transactions/${id}`, query),
  bankLineDecision: (id: string) => `/department/bank-transactions/${id}/decision`,
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
} as const;
