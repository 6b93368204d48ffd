import { ECDH } from "node:crypto";

const POINT_LENGTH = 65; // uncompressed
const SECRET_LENGTH = 16; // RFC 8291

/** Whether a browser says a point of the P-256 curve, to encrypt for. */
export function isBrowserKey(p256dh: string): boolean {
  if (bytesOf(p256dh).length !== POINT_LENGTH) return false;
  try {
    ECDH.convertKey(bytesOf(p256dh), "prime256v1");
    return true;
  } catch {
    return false;
  }
}

export function isBrowserSecret(auth: string): boolean {
  return bytesOf(auth).length === SECRET_LENGTH;
}

/** Nothing where it is not base64url. */
function bytesOf(text: string): Buffer {
  return Buffer.from(/^[\w-]+=*$/.test(text) ? text : "", "base64url");
}
