import { newId, type Id } from "~/platform/ids";
import { succeed, type Result } from "~/platform/result";
import { writeUpload } from "~/platform/storage.server";
import { discardPhoto } from "./discard-photo.server";
import { encodePhoto } from "./encode-photo.server";
import type { PhotoCode } from "./photo-limits";

export type StoredPhoto = { id: Id<"pho">; width: number; height: number; widths: number[] };

/**
 * Makes a photo's files and writes them under an id of its own, before the transaction that names it: a row
 * without files would be a broken picture. Call `discardPhoto` when that transaction does not commit.
 */
export async function storePhoto(original: Uint8Array): Promise<Result<StoredPhoto, PhotoCode>> {
  const encoded = await encodePhoto(original);
  if (!encoded.ok) return encoded;
  const { width, height, widths, files } = encoded.value;
  const id = newId("pho");
  try {
    for (const file of files) {
      await writeUpload(`photos/${id}/${file.width}.${file.type}`, file.content);
    }
  } catch (error) {
    await discardPhoto(id);
    throw error;
  }
  return succeed({ id, width, height, widths });
}
