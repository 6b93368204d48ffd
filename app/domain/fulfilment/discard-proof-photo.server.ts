import { z } from "zod";
import { removePrivateFile } from "~/platform/storage.server";
import { proofPhotoPath } from "./proof-photo-path";

/** The file of a photo that no row names, or none any more; one that is gone already is no failure. */
export async function discardProofPhoto(photoId: string): Promise<void> {
  await removePrivateFile(proofPhotoPath(photoId));
}

const forgottenPayload = z.object({ photoId: z.string() });

/** An outbox handler: the same for a photo that was forgotten with its buyer, whatever happened since the commit. */
export async function discardForgottenPhoto(payload: unknown): Promise<void> {
  await discardProofPhoto(forgottenPayload.parse(payload).photoId);
}
