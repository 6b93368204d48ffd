import { readPrivateFile } from "~/platform/storage.server";
import { proofPhotoPath } from "./proof-photo-path";

/** The caller has asked whether this person may see it. */
export async function readProofPhoto(photoId: string): Promise<Uint8Array> {
  return readPrivateFile(proofPhotoPath(photoId));
}
