import { removePrivateFile } from "~/platform/storage.server";
import { proofPhotoPath } from "./proof-photo-path";

/** For work whose transaction did not commit. */
export async function discardProofPhoto(photoId: string): Promise<void> {
  await removePrivateFile(proofPhotoPath(photoId));
}
