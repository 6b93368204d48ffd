import { encodePaper } from "~/domain/catalog/encode-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { succeed, type Result } from "~/platform/result";

export type EncodedEvidence = { type: "jpg" | "pdf"; content: Uint8Array };

/** A photo is re-encoded, without what a phone writes into it; a PDF is kept as it is and only ever downloaded. */
export async function encodeEvidence(
  original: Uint8Array,
): Promise<Result<EncodedEvidence, PhotoCode>> {
  const head = Buffer.from(original.subarray(0, 5)).toString("latin1");
  if (head === "%PDF-") return succeed({ type: "pdf", content: original });
  const encoded = await encodePaper(original);
  return encoded.ok ? succeed({ type: "jpg", content: encoded.value }) : encoded;
}
