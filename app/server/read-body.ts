import type { IncomingMessage } from "node:http";

const KILOBYTE = 1024;
export const MAX_FORM_BYTES = 64 * KILOBYTE;
export const MAX_NOTICE_BYTES = 256 * KILOBYTE;
export const MAX_PHOTO_FORM_BYTES = 12 * 1024 * KILOBYTE;
// What is read and thrown away after a refusal, so that a browser sees the answer and not a broken connection.
const MAX_DRAINED_BYTES = 32 * 1024 * KILOBYTE;

const PHOTO_FORMS = /^\/household\/products\/(new|[^/]+\/photo|[^/]+)$/;

/** How much a request to this path may bring. */
export function bodyLimit(pathname: string): number {
  if (pathname.startsWith("/webhooks/")) return MAX_NOTICE_BYTES;
  return PHOTO_FORMS.test(pathname) ? MAX_PHOTO_FORM_BYTES : MAX_FORM_BYTES;
}

/**
 * The whole body, or `too_large` as soon as it is known to pass the limit, or `aborted` when the sender went away.
 * Never holds more than the limit.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | "too_large" | "aborted"> {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    drain(request);
    return "too_large";
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const collect = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.off("data", collect);
      drain(request);
      resolve("too_large");
    };
    request.on("data", collect);
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => resolve("aborted"));
    request.once("error", () => resolve("aborted"));
  });
}

function drain(request: IncomingMessage) {
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_DRAINED_BYTES) request.destroy();
  });
}
