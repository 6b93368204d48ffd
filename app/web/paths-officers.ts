import { withQuery, type Query } from "./with-query";

/** Who works for the department, and how they get in. */
export const officerPaths = {
  officers: (query?: Query) => withQuery("/department/officers", query),
  newOfficer: () => "/department/officers/new",
  officer: (officerId: string) => `/department/officers/${officerId}`,
  officerRenewal: (officerId: string) => `/department/officers/${officerId}/renewal`,
  officerRetirement: (officerId: string) => `/department/officers/${officerId}/retirement`,
  /** Where another officer agrees to what was asked for a colleague. */
  officerAgreement: (grantId: string) => `/department/officers/grants/${grantId}/agreement`,
  officerGrantEnding: (grantId: string) => `/department/officers/grants/${grantId}/ending`,
} as const;
