/** Who recognised the product; the district level ended on 1 July 2025, its certificates run to mid-2028. */
export const ISSUER_LEVELS = ["central", "province", "district"] as const;
export type IssuerLevel = (typeof ISSUER_LEVELS)[number];

/** Only 3 stars and more get a certificate (QĐ 26/2026/QĐ-TTg, Art. 4). */
export const CERTIFIED_STARS = [3, 4, 5] as const;
export type CertifiedStars = (typeof CERTIFIED_STARS)[number];
