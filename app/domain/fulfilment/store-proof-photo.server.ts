import { encodePhoto } from "~/domain/catalog/encode-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import type { ProofPhoto } from "~/domain/orders/delivery-proof";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { writePrivateFile } from "~/platform/storage.server";
import { proofPhotoPath } from "./proof-photo-path";

/** Re-encodes the photo of a hand-over, without what a phone writes into it, and keeps its one file out of the open. */
export async function storeProofPhoto(
  original: Uint8Array,
): Promise<Result<ProofPhoto, PhotoCode>> {
  const encoded = await encodePhoto(original);
  if (!encoded.ok) return fail(encoded.code);
  const { width, height, files } = encoded.value;
  const file = files.find((one) => one.type === "jpg" && one.width === width);
  const id = newId("prp");
  await writePrivateFile(proofPhotoPath(id), present(file, "a photo without its file").content);
  return succeed({ id, width, height });
}
