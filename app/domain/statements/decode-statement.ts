import { fail, succeed, type Result } from "~/platform/result";

export type DecodeCode = "statement_encoding" | "statement_spreadsheet" | "statement_empty_file";

/** What Excel's own files begin with: a zip archive, or the older container. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * A bank's file as text: UTF-8 with or without its mark, or UTF-16LE with its mark, as Excel writes "Unicode text".
 * Anything else is refused and not guessed: a wrong guess changes names and memos without anybody noticing.
 */
export function decodeStatement(bytes: Uint8Array): Result<string, DecodeCode> {
  if (bytes.length === 0) return fail("statement_empty_file");
  if (SPREADSHEETS.some((start) => start.every((byte, i) => bytes[i] === byte))) {
    return fail("statement_spreadsheet");
  }
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = decode(bytes, isUtf16 ? "utf-16le" : "utf-8");
  if (text === null || text.includes("\0")) return fail("statement_encoding");
  if (text.trim() === "") return fail("statement_empty_file");
  return succeed(text.replaceAll(/\r\n?/g, "\n"));
}

/** Without its mark; null when the bytes are none of this encoding. */
function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
