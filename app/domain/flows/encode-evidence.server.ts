import { encodePaper } from "~/domain/catalog/encode-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { fileKind } from "~/platform/file-kind";
import { fail, succeed, type Result } from "~/platform/result";

export type EncodedEvidence = { type: "jpg" | "pdf"; content: Uint8Array };

/** A photo is re-encoded, without what a phone writes into it; a PDF is kept as it is and only ever downloaded. */
export async function encodeEvidence(
  original: Uint8Array,
): Promise<Result<EncodedEvidence, PhotoCode>> {
  if (fileKind(original) === "pdf") return succeed({ type: "pdf", content: original });
  const encoded = await encodePaper(original);
  if (encoded.ok) return succeed({ type: "jpg", content: encoded.value });
  return encoded.code === "photo_unreadable" ? fail("evidence_unreadable") : encoded;
}
