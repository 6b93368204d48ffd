/** One file of evidence: a photo without what the phone wrote into it, or a PDF as it came. */
export type EvidenceFile = { id: string; type: "jpg" | "pdf"; sha256: string };

/** So many files go with one sending. */
export const EVIDENCE_FILES_MAX = 4;

/** Where a file of evidence lies among the private files. */
export function evidencePath({ id, type }: Pick<EvidenceFile, "id" | "type">): string {
  return `certificates/${id}.${type}`;
}
