import { encodePhoto } from "~/domain/catalog/encode-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { present } from "~/platform/invariant";
import { succeed, type Result } from "~/platform/result";

export type EncodedEvidence = { type: "jpg" | "pdf"; content: Uint8Array };

/** A photo is re-encoded, without what a phone writes into it; a PDF is kept as it is and only ever downloaded. */
export async function encodeEvidence(
  original: Uint8Array,
): Promise<Result<EncodedEvidence, PhotoCode>> {
  const head = Buffer.from(original.subarray(0, 5)).toString("latin1");
  if (head === "%PDF-") return succeed({ type: "pdf", content: original });
  const encoded = await encodePhoto(original);
  if (!encoded.ok) return encoded;
  const { width, files } = encoded.value;
  const file = files.find((one) => one.type === "jpg" && one.width === width);
  const { content } = present(file, "a photo without its file");
  return succeed({ type: "jpg", content });
}
