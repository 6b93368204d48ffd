const written = new WeakMap<Response, string>();

/** A text as a response that this process can read again without the way through a stream, which takes 0.2 ms. */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  written.set(response, text);
  return response;
}

/** The body of any response. To be read once. */
export async function bytesOf(response: Response): Promise<Buffer> {
  const text = written.get(response);
  return text === undefined ? Buffer.from(await response.arrayBuffer()) : Buffer.from(text);
}
