/** Of a file so many bytes tell what it is. */
export const FILE_KIND_BYTES = 16;

/**
 * What a file is by its first bytes and not by its name; null: nothing that a form for photos or papers takes. Whether
 * all of it can be read is another question.
 */
export function fileKind(bytes: Uint8Array): "photo" | "pdf" | null {
  const start = String.fromCodePoint(...bytes.subarray(0, FILE_KIND_BYTES)); // as Latin-1
  if (start.startsWith("%PDF-")) return "pdf";
  const isPhoto =
    start.startsWith("\u00ff\u00d8\u00ff") ||
    start.startsWith("\u0089PNG\r\n\u001a\n") ||
    (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") ||
    /^ftyp(?:heic|heix|heim|heis|mif1|msf1|avif|avis)$/.test(start.slice(4, 12));
  return isPhoto ? "photo" : null;
}
