/**
 * A file of somebody's as text, its line ends as `\n`: UTF-8 with or without its mark, or UTF-16LE with its mark, as Excel
 * writes "Unicode text". Null for anything else, which is not guessed: a wrong guess changes words without anybody
 * noticing.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = decode(bytes, isUtf16 ? "utf-16le" : "utf-8");
  if (text === null || text.includes("\0")) return null;
  return text.replaceAll(/\r\n?/g, "\n");
}

/** Without its mark; null when the bytes are none of this encoding. */
function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
