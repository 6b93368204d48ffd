import { withQuery, type Query } from "./with-query";

/** The log of who did what, for the department. */
export const auditPaths = {
  audit: (query?: Query) => withQuery("/department/audit", query),
  auditCsv: (query?: Query) => withQuery("/department/audit.csv", query),
  auditEntry: (entryId: string) => `/department/audit/${entryId}`,
};
