/** A picture for the one who asked, which nothing on its way keeps. */
export function privatePicture(content: Uint8Array): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
