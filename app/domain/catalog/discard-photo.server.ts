import { errorFields, logger } from "~/platform/logger.server";
import { removeUpload } from "~/platform/storage.server";

/** Removes the files of a photo that no row names. Files that stay cost disk space, and nobody sees them. */
export async function discardPhoto(photoId: string): Promise<void> {
  await removeUpload(`photos/${photoId}`).catch((error: unknown) => {
    logger.warn("photo files stay", { photoId, ...errorFields(error) });
  });
}
