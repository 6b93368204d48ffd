/** What the department's list may be narrowed to. */
export const CERTIFICATE_FILTERS = [
  "waiting", // for an officer, the oldest first
  "within_180", // ends so soon, and nothing follows it; the first to end first
  "within_90",
  "within_30",
  "expired",
  "revoked",
  "valid",
] as const;
export type CertificateFilter = (typeof CERTIFICATE_FILTERS)[number];
