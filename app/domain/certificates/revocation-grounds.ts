/**
 * Why a recognition is taken back, by whoever gave it (QĐ 26/2026/QĐ-TTg, Art. 8, which has six grounds; worded here in
 * short, and the decision's own words and number stand in the reason).
 */
export const REVOCATION_GROUNDS = [
  "false_dossier", // the dossier was false
  "unsafe_or_poor", // the product broke the rules of safety or quality
  "criteria_lost", // it no longer fulfils the criteria of its stars
  "mark_misused", // the mark or the stars were used for what was not recognised
  "not_made", // it is not made any more
  "owner_asked", // who holds it asked for it
] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];
