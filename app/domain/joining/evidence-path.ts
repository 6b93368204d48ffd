/** One file of evidence; its hash stays when it has been erased. */
export type EvidenceFile = { id: string; type: "jpg" | "pdf"; sha256: string };

/** Where a file of evidence lies among the private files. */
export function evidencePath({ id, type }: Pick<EvidenceFile, "id" | "type">): string {
  return `joining/${id}.${type}`;
}
