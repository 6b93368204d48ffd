import type { IncomingMessage } from "node:http";
import { MINUTE_MS } from "~/platform/period";

const KILOBYTE = 1024;
const SECOND_MS = 1_000;
export const MAX_FORM_BYTES = 64 * KILOBYTE;
export const MAX_NOTICE_BYTES = 256 * KILOBYTE;
const MAX_PHOTO_FORM_BYTES = 12 * 1024 * KILOBYTE;
/** A file of 5 MB, a bank's, of products or of retail totals, and the form around it. */
const MAX_TABLE_FORM_BYTES = (5 * 1024 + 64) * KILOBYTE;
/** Boundaries of 8 MB, and the form around them. */
const MAX_MAP_FORM_BYTES = (8 * 1024 + 64) * KILOBYTE;
const MAX_DRAINED_BYTES = 32 * 1024 * KILOBYTE;

const PHOTO_FORMS =
  /^\/(?:agent\/(?:consents\/new|acting\/form)|household\/(?:profile|joining\/[^/]+|certificates\/[^/]+|products\/(new|[^/]+\/photos)|listings\/[^/]+\/photo|orders\/[^/]+\/proof)|department\/other-channels\/(?:new|[^/]+\/correction))$/;
/** Of a buyer, who may have no account: the key of the order's link lets the photo in. */
const CLAIM_FORM = /^\/orders\/([^/]+)\/transfer-claim$/;
const TABLE_FORMS = [
  "/department/bank-statements/new",
  "/department/retail-totals/import",
  "/household/products/table",
];

const MAP_FORM = "/department/indicator/map";

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
  if (pathname === MAP_FORM) return MAX_MAP_FORM_BYTES;
  const takesPhoto = PHOTO_FORMS.test(pathname) || CLAIM_FORM.test(pathname);
  return takesPhoto ? MAX_PHOTO_FORM_BYTES : MAX_FORM_BYTES;
}

/** Photos that are read at the same time: each may take 12 MB until its form has been answered. */
const PHOTO_FORMS_AT_ONCE = 24;
/** And of one sender, whose slow line would else keep the others out. */
const PHOTO_FORMS_OF_ONE = 3;
/** And of all who only buy, so that there is always room for who sells. */
const PHOTO_FORMS_OF_BUYERS = 8;

/** Who sends: by whose session or by which order's link, and whether they work at a desk. */
export type PhotoSender = { id: string; isDesk: boolean };
const photoForms: PhotoSender[] = [];

/**
 * A place for one more form with a photo, to be given back when it is answered; null when all are taken, or all that this
 * sender may have.
 */
export function takePhotoPlace(sender: PhotoSender): (() => void) | null {
  const own = photoForms.filter(({ id }) => id === sender.id);
  const buyers = photoForms.filter(({ isDesk }) => !isDesk);
  if (photoForms.length >= PHOTO_FORMS_AT_ONCE || own.length >= PHOTO_FORMS_OF_ONE) return null;
  if (!sender.isDesk && buyers.length >= PHOTO_FORMS_OF_BUYERS) return null;
  photoForms.push(sender);
  return () => void photoForms.splice(photoForms.indexOf(sender), 1);
}

/** So long a body may come as slowly as it likes. */
const PACE_AFTER_MS = 2 * MINUTE_MS;
/** From then on so much of it has to come: half of what a line of 64 kbit/s carries, so that one that drops gets through. */
const LEAST_BYTES_PER_SECOND = 4 * KILOBYTE;
const LOOK_EVERY_MS = 5 * SECOND_MS;

/** Whether a body of which so many bytes came so long after its head is still sent: who dawdles holds a socket and a place. */
export function isOnPace(bytes: number, elapsedMs: number): boolean {
  const counted = Math.max(0, elapsedMs - PACE_AFTER_MS);
  return bytes >= (counted / SECOND_MS) * LEAST_BYTES_PER_SECOND;
}

/**
 * The whole body, or `too_large` when it passes the limit, `too_slow` when it dawdles (`isOnPace`), or `aborted` when the
 * sender went away. Never holds more than the limit. What comes after the limit is read and thrown away before the answer,
 * because a browser that is still sending sees a broken connection and not the answer; past 32 MB it is cut off.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | "too_large" | "too_slow" | "aborted"> {
  const since = performance.now();
  let look: NodeJS.Timeout | undefined;
  const read = new Promise<Buffer | "too_large" | "too_slow" | "aborted">((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    look = setInterval(() => {
      if (isOnPace(size, performance.now() - since)) return;
      request.pause();
      chunks.length = 0;
      resolve("too_slow");
    }, LOOK_EVERY_MS);
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
  return read.finally(() => clearInterval(look));
}
