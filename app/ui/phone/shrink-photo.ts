// As much as the shop's largest picture needs, with something to spare.
const MAX_WIDTH = 1_280;
const MAX_HEIGHT = 1_920;
const QUALITY = 0.82;

/**
 * A photo made small enough for a slow line, upright, and its SHA-256 in hex. What this browser cannot read stays as it
 * is: the shop says what it thinks of it.
 */
export async function shrinkPhoto(original: Blob): Promise<{ blob: Blob; hash: string }> {
  const smaller = await draw(original).catch(() => null);
  const blob = smaller !== null && smaller.size < original.size ? smaller : original;
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  const hash = [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, "0")).join("");
  return { blob, hash };
}

async function draw(original: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(original, { imageOrientation: "from-image" });
  const scale = Math.min(1, MAX_WIDTH / bitmap.width, MAX_HEIGHT / bitmap.height);
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
