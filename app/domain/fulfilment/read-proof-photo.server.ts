import { readPrivateFileIfThere } from "~/platform/storage.server";
import { proofPhotoPath } from "./proof-photo-path";

/** The caller has asked whether this person may see it. Null when it is not there, or its key is gone. */
export async function readProofPhoto(photoId: string): Promise<Uint8Array | null> {
  return readPrivateFileIfThere(proofPhotoPath(photoId));
}
