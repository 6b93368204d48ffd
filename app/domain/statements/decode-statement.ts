import { decodeText } from "~/platform/decode-text";
import { fail, succeed, type Result } from "~/platform/result";

export type DecodeCode = "statement_encoding" | "statement_spreadsheet" | "statement_empty_file";

/** What Excel's own files begin with: a zip archive, or the older container. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** A bank's file as text, in one of the encodings that `decodeText` knows. */
export function decodeStatement(bytes: Uint8Array): Result<string, DecodeCode> {
  if (bytes.length === 0) return fail("statement_empty_file");
  if (SPREADSHEETS.some((start) => start.every((byte, i) => bytes[i] === byte))) {
    return fail("statement_spreadsheet");
  }
  const text = decodeText(bytes);
  if (text === null) return fail("statement_encoding");
  if (text.trim() === "") return fail("statement_empty_file");
  return succeed(text);
}
