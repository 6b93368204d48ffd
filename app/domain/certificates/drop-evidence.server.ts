import { removePrivateFile } from "~/platform/storage.server";
import { evidencePath, type EvidenceFile } from "./evidence-path";

/** Removes files that belong to no sending: what brought them failed. */
export async function dropEvidence(files: readonly EvidenceFile[]): Promise<void> {
  for (const file of files) await removePrivateFile(evidencePath(file));
}
