import {
  MissingUploadError,
  readUpload,
  removePrivateFile,
  writePrivateFile,
} from "~/platform/storage.server";
import { keptPhotoPath } from "./kept-photo-path";

/**
 * Copies uploaded photos to where the department alone sees them, before the transaction that names the copies; answers
 * which are there. A file that was lost is none. Call `dropCopies` when that transaction does not commit.
 */
export async function copyPhotos(
  keptId: string,
  photos: readonly { id: string; upload: string }[],
): Promise<ReadonlySet<string>> {
  const copied = new Set<string>();
  try {
    for (const { id, upload } of photos) {
      const content = await readUpload(upload).catch(nullIfLost);
      if (content === null) continue;
      await writePrivateFile(keptPhotoPath(keptId, id), content);
      copied.add(id);
    }
  } catch (error) {
    await dropCopies(keptId, copied);
    throw error;
  }
  return copied;
}

function nullIfLost(error: unknown): null {
  if (error instanceof MissingUploadError) return null;
  throw error;
}

/** Removes copies; one that is gone already is no failure. */
export async function dropCopies(keptId: string, photoIds: Iterable<string>): Promise<void> {
  for (const photoId of photoIds) await removePrivateFile(keptPhotoPath(keptId, photoId));
}
