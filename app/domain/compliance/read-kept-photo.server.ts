import { readPrivateFileIfThere } from "~/platform/storage.server";
import { keptPhotoPath } from "./kept-photo-path";

/** The caller has asked whether this person may see it. Null when it is not there, or its key is gone. */
export async function readKeptPhoto(keptId: string, photoId: string): Promise<Uint8Array | null> {
  return readPrivateFileIfThere(keptPhotoPath(keptId, photoId));
}
