import { createHash } from "node:crypto";
import { newId } from "~/platform/ids";
import { writePrivateFile } from "~/platform/storage.server";
import { evidencePath, type EvidenceFile } from "./evidence-path";

/** Keeps a file of evidence out of the open, sealed. */
export async function storeEvidence(
  content: Uint8Array,
  type: EvidenceFile["type"],
): Promise<EvidenceFile> {
  const file = {
    id: newId("cfl"),
    type,
    sha256: createHash("sha256").update(content).digest("hex"),
  };
  await writePrivateFile(evidencePath(file), content);
  return file;
}
