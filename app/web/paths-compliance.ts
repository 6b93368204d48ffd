import { withQuery, type Query } from "./with-query";

/** What authorities and people ask of the operator, and disputes about what was bought. */
export const compliancePaths = {
  compliance: (query?: Query) => withQuery("/department/compliance", query),
  keptContents: (query?: Query) => withQuery("/department/compliance/kept", query),
  keptContent: (keptId: string) => `/department/compliance/kept/${keptId}`,
  keptPhoto: (keptId: string, photoId: string) =>
    `/department/compliance/kept/${keptId}/${photoId}.jpg`,
  complianceTerms: () => "/department/compliance/terms",
  complianceData: (requestId: string) => `/department/compliance/${requestId}/data`,
  complianceCsv: (query?: Query) => withQuery("/department/compliance.csv", query),
  newComplianceRequest: (query?: Query) => withQuery("/department/compliance/new", query),
  complianceRequest: (requestId: string, query?: Query) =>
    withQuery(`/department/compliance/${requestId}`, query),
  householdSuspension: (slug: string, query?: Query) =>
    withQuery(`/department/households/${slug}/suspension`, query),
  productTakedown: (slug: string, query?: Query) =>
    withQuery(`/department/products/${slug}/takedown`, query),
  departmentReturns: (query?: Query) => withQuery("/department/returns", query),
  departmentReturn: (code: string, query?: Query) =>
    withQuery(`/department/returns/${code}`, query),
};
