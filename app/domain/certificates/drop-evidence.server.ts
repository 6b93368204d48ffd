import { removePrivateFile } from "~/platform/storage.server";
import { evidencePath, type EvidenceFile } from "./evidence-path";

/** Removes files that belong to no sending, because what brought them failed, or whose certificate was taken away. */
export async function dropEvidence(files: readonly EvidenceFile[]): Promise<void> {
  for (const file of files) await removePrivateFile(evidencePath(file));
}
