import { z } from "zod";
import { removePrivateFile } from "~/platform/storage.server";
import { evidencePath } from "./evidence-path";

const erasure = z.object({
  files: z.array(z.object({ id: z.string(), type: z.enum(["jpg", "pdf"]) })),
});

/** Removes files that no sending brought in the end, or whose certificate was taken away; done again it does nothing. */
export async function eraseEvidence(payload: unknown): Promise<void> {
  for (const file of erasure.parse(payload).files) await removePrivateFile(evidencePath(file));
}
