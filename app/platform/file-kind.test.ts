import { expect, it } from "vitest";
import { fileKind } from "./file-kind";

const bytes = (latin1: string) => Uint8Array.from(latin1, (one) => one.codePointAt(0) ?? 0);

it.each([
  ["a JPEG", "\u00ff\u00d8\u00ff\u00e0", "photo"],
  ["a PNG", "\u0089PNG\r\n\u001a\n\0\0", "photo"],
  ["a WebP, whatever its length", "RIFF\n\u00ff\0\0WEBPVP8 ", "photo"],
  ["a HEIF", "\0\0\0\u0018ftypheic\0", "photo"],
  ["a PDF", "%PDF-1.7\n", "pdf"],
  ["another RIFF", "RIFF\0\0\0\0AVI LIST", null],
  ["another box of MPEG", "\0\0\0\u0018ftypmp42\0", null],
  ["a drawing", "<svg xmlns=", null],
  ["a text that speaks of one", "see %PDF-1.7", null],
  ["what breaks off", "\u00ff\u00d8", null],
  ["nothing", "", null],
])("knows %s", (_, start, kind) => {
  expect(fileKind(bytes(start))).toBe(kind);
});
