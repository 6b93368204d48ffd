import { readReadableCode } from "~/platform/readable-code";

/** The code that a household means who copies it from the sheet, or the address out of its QR; null for anything else. */
export function readSessionCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const last =
    typed
      .trim()
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  return readReadableCode("TH", last);
}
