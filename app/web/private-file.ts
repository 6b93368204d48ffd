import { notFound } from "./http-errors";
import { privatePicture } from "./private-picture";

const TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const;

/** A photo to look at, or another file to take away: what a stranger wrote never runs on a page of ours. */
export function privateFile(file: {
  type: "jpg" | keyof typeof TYPES;
  content: Uint8Array | null;
  /** Of a file to take away, without its ending. */
  name?: string;
}): Response {
  const { type, content, name = "giay-to" } = file;
  if (type === "jpg") return privatePicture(content);
  if (content === null) throw notFound();
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": TYPES[type],
      "Content-Disposition": `attachment; filename="${name}.${type}"`,
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
