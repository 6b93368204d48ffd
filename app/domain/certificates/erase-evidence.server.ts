import { z } from "zod";
import { dropEvidence } from "./drop-evidence.server";

const erasure = z.object({
  files: z.array(z.object({ id: z.string(), type: z.enum(["jpg", "pdf"]), sha256: z.string() })),
});

/** Removes the evidence of a certificate that its household took away; done again it does nothing. */
export async function eraseEvidence(payload: unknown): Promise<void> {
  await dropEvidence(erasure.parse(payload).files);
}
