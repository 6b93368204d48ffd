/** How good evidence of a recognition is. Only the first two prove stars. */
export const EVIDENCE_GRADES = [
  "A", // the signed decision, its list of products, or the certificate itself
  "B1", // a State body or a State newspaper has published it after the decision; the officer says where
  "B2", // news from before the decision: a proposal, points, a council
  "C", // what the seller says, or a shop
] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** The grades on which an officer may confirm. */
const PROVING_GRADES = ["A", "B1"] as const satisfies readonly EvidenceGrade[];
type ProvingGrade = (typeof PROVING_GRADES)[number];

export function isProving(grade: EvidenceGrade): grade is ProvingGrade {
  return (PROVING_GRADES as readonly string[]).includes(grade);
}
