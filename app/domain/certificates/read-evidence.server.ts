import { readPrivateFileIfThere } from "~/platform/storage.server";
import { evidencePath, type EvidenceFile } from "./evidence-path";

/** The caller has asked whether this person may see it. Null when it was erased, or its key is gone. */
export async function readEvidence(file: EvidenceFile): Promise<Uint8Array | null> {
  return readPrivateFileIfThere(evidencePath(file));
}
