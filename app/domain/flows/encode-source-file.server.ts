import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { readZip } from "~/domain/exchange/read-zip.server";
import type { SourceFileType } from "~/domain/statistics/source-file";
import { decodeText } from "~/platform/decode-text";
import { fail, succeed, type Result } from "~/platform/result";
import { encodeEvidence } from "./encode-evidence.server";

export type SourceFileCode = PhotoCode | "source_file_unreadable";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const WORKBOOK = "xl/workbook.xml";
const MEGABYTE = 1024 * 1024;

/**
 * The file behind a figure as it is kept: a picture is made anew; a PDF, a workbook of Excel and a table as text stay as
 * they came, and are only ever taken away.
 */
export async function encodeSourceFile(
  original: Uint8Array,
): Promise<Result<{ type: SourceFileType; content: Uint8Array }, SourceFileCode>> {
  if (ZIP.every((byte, i) => original[i] === byte)) {
    const book = await readZip(original, (path) => (path === WORKBOOK ? MEGABYTE : null));
    if (!book?.has(WORKBOOK)) return fail("source_file_unreadable");
    return succeed({ type: "xlsx", content: original });
  }
  const encoded = await encodeEvidence(original);
  if (encoded.ok || encoded.code !== "evidence_unreadable") return encoded;
  // Neither a picture nor a PDF: a table as text, which is separated by something.
  const text = decodeText(original) ?? "";
  if (!/[,;\t]/.test(text)) return fail("source_file_unreadable");
  return succeed({ type: "csv", content: original });
}
