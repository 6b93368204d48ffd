import type { IncomingMessage } from "node:http";

const KILOBYTE = 1024;
export const MAX_FORM_BYTES = 64 * KILOBYTE;
export const MAX_NOTICE_BYTES = 256 * KILOBYTE;
const MAX_PHOTO_FORM_BYTES = 12 * 1024 * KILOBYTE;
/** A file of 5 MB, a bank's or of products, and the form around it. */
const MAX_TABLE_FORM_BYTES = (5 * 1024 + 64) * KILOBYTE;
const MAX_DRAINED_BYTES = 32 * 1024 * KILOBYTE;

const PHOTO_FORMS =
  /^\/(?:agent\/(?:consents\/new|acting\/form)|household\/(?:profile|joining\/[^/]+|certificates\/[^/]+|products\/(new|[^/]+\/photos)|listings\/[^/]+\/photo|orders\/[^/]+\/proof))$/;
/** Of a buyer, who may have no account: the key of the order's link lets the photo in. */
const CLAIM_FORM = /^\/orders\/([^/]+)\/transfer-claim$/;
const TABLE_FORMS = ["/department/bank-statements/new", "/household/products/table"];

/** True where a form may bring a file, which is let in only for who is signed in, and not for many at once. */
export function takesFile(pathname: string): boolean {
  return bodyLimit(pathname) > MAX_FORM_BYTES;
}

/** The order whose link has to let a file in at this path; null where a session does. */
export function orderOfFileForm(pathname: string): string | null {
  return CLAIM_FORM.exec(pathname)?.[1] ?? null;
}

/** How much a request to this path may bring. */
export function bodyLimit(pathname: string): number {
  if (TABLE_FORMS.includes(pathname)) return MAX_TABLE_FORM_BYTES;
  const takesPhoto = PHOTO_FORMS.test(pathname) || CLAIM_FORM.test(pathname);
  return takesPhoto ? MAX_PHOTO_FORM_BYTES : MAX_FORM_BYTES;
}

/** Photos that are read at the same time: each may take 12 MB until its form has been answered. */
const PHOTO_FORMS_AT_ONCE = 16;
let photoForms = 0;

/** A place for one more form with a photo, to be given back when it is answered; null when all are taken. */
export function takePhotoPlace(): (() => void) | null {
  if (photoForms >= PHOTO_FORMS_AT_ONCE) return null;
  photoForms += 1;
  return () => (photoForms -= 1);
}

/**
 * The whole body, or `too_large` when it passes the limit, or `aborted` when the sender went away. Never holds more
 * than the limit. What comes after the limit is read and thrown away before the answer, because a browser that is
 * still sending sees a broken connection and not the answer; past 32 MB it is cut off.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | "too_large" | "aborted"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > MAX_DRAINED_BYTES) {
        request.pause();
        resolve("too_large");
      }
    });
    request.once("end", () => resolve(size > limit ? "too_large" : Buffer.concat(chunks)));
    request.once("close", () => resolve("aborted"));
    request.once("error", () => resolve("aborted"));
  });
}
