import { z } from "zod";
import { removePrivateFile } from "~/platform/storage.server";
import { evidencePath } from "./evidence-path";

const erasure = z.object({
  files: z.array(z.object({ id: z.string(), type: z.enum(["jpg", "pdf"]) })),
});

/** Removes files that were decided about and are not to be kept; done again it does nothing. */
export async function eraseEvidence(payload: unknown): Promise<void> {
  for (const file of erasure.parse(payload).files) await removePrivateFile(evidencePath(file));
}
