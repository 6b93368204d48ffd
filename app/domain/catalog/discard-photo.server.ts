import { removeUpload } from "~/platform/storage.server";

/** Removes the files of a photo that no row names. */
export async function discardPhoto(photoId: string): Promise<void> {
  await removeUpload(`photos/${photoId}`);
}
