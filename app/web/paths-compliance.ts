import { withQuery, type Query } from "./with-query";

/** The register of what authorities and people ask of the operator. */
export const compliancePaths = {
  compliance: (query?: Query) => withQuery("/department/compliance", query),
  complianceCsv: (query?: Query) => withQuery("/department/compliance.csv", query),
  newComplianceRequest: (query?: Query) => withQuery("/department/compliance/new", query),
  complianceRequest: (requestId: string, query?: Query) =>
    withQuery(`/department/compliance/${requestId}`, query),
};
