import { FILE_KIND_BYTES, fileKind } from "~/platform/file-kind";
import { PAPER_EDGE } from "~/domain/catalog/photo-limits";

/** As much as the shop keeps: of goods its largest picture with something to spare, of papers what makes them readable. */
const BOUNDS = {
  goods: { width: 1_280, height: 1_920 },
  paper: { width: PAPER_EDGE, height: PAPER_EDGE },
} as const;
export type PhotoOf = keyof typeof BOUNDS;
const QUALITY = 0.82;

/** `kind` null: the shop takes it from nobody. */
export type SmallPhoto = { blob: Blob; hash: string; kind: ReturnType<typeof fileKind> };

/**
 * A photo made small enough for a slow line, upright, and its SHA-256 in hex. What this browser cannot read as a picture
 * stays as it is.
 */
export async function shrinkPhoto(original: Blob, of: PhotoOf = "goods"): Promise<SmallPhoto> {
  const drawn = await draw(original, of).catch(() => null);
  const head = await original.slice(0, FILE_KIND_BYTES).arrayBuffer();
  const kind = fileKind(new Uint8Array(head));
  // Some browsers draw what the shop does not read.
  const isDrawn = drawn !== null && (kind === null || drawn.size < original.size);
  const blob = isDrawn ? drawn : original;
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  const hash = [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, "0")).join("");
  return { blob, hash, kind: isDrawn ? "photo" : kind };
}

async function draw(original: Blob, of: PhotoOf): Promise<Blob | null> {
  const bitmap = await createImageBitmap(original, { imageOrientation: "from-image" });
  const { width, height } = BOUNDS[of];
  const scale = Math.min(1, width / bitmap.width, height / bitmap.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}
