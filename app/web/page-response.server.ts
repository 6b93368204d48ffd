const written = new WeakMap<Response, string>();

/** A page as a response that this process can read again without the way through a stream, which takes 0.2 ms. */
export function pageResponse(html: string, init: ResponseInit): Response {
  const response = new Response(html, init);
  written.set(response, html);
  return response;
}

/** The body of any response. To be read once. */
export async function bytesOf(response: Response): Promise<Buffer> {
  const html = written.get(response);
  return html === undefined ? Buffer.from(await response.arrayBuffer()) : Buffer.from(html);
}
