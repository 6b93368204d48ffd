import { notFound } from "./http-errors";
import { privatePicture } from "./private-picture";

/** A photo to look at, or a PDF to take away: what a stranger wrote never runs on a page of ours. */
export function privateFile(file: { type: "jpg" | "pdf"; content: Uint8Array | null }): Response {
  const { type, content } = file;
  if (type === "jpg") return privatePicture(content);
  if (content === null) throw notFound();
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="giay-to.pdf"',
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
