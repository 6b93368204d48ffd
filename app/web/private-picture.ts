import { notFound } from "./http-errors";

/** A picture for the one who asked, which nothing on its way keeps; null: it is not there, or its key is gone. */
export function privatePicture(content: Uint8Array | null): Response {
  if (content === null) throw notFound();
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
