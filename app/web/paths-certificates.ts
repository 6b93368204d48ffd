import { withQuery, type Query } from "./with-query";

/** The addresses of OCOP certificates: on a household's desk and on the department's. */
export const certificatePaths = {
  certificates: (query?: Query) => withQuery("/household/certificates", query),
  newCertificate: (query?: Query) => withQuery("/household/certificates/new", query),
  certificate: (id: string, query?: Query) => withQuery(`/household/certificates/${id}`, query),
  /** Where what it says is mended. */
  certificateWords: (id: string, query?: Query) =>
    withQuery(`/household/certificates/${id}/words`, query),
  certificateWithdrawal: (id: string, query?: Query) =>
    withQuery(`/household/certificates/${id}/withdrawal`, query),
  /** Where it is taken away. */
  certificateRemoval: (id: string, query?: Query) =>
    withQuery(`/household/certificates/${id}/removal`, query),
  /** A file of evidence, by its place in what was sent. */
  certificateEvidence: (stepId: string, place: number, query?: Query) =>
    withQuery(`/household/certificates/evidence/${stepId}/${place}`, query),
  departmentCertificates: (query?: Query) => withQuery("/department/certificates", query),
  departmentCertificate: (id: string, query?: Query) =>
    withQuery(`/department/certificates/${id}`, query),
  certificateRevocation: (id: string) => `/department/certificates/${id}/revocation`,
  departmentCertificateEvidence: (stepId: string, place: number) =>
    `/department/certificates/evidence/${stepId}/${place}`,
} as const;
