/** A detached signature with its certificates is a few KB; one with a time stamp and a whole chain some tens. */
const SIGNATURE_MAX_BYTES = 48_000;

// SEQUENCE { OBJECT IDENTIFIER 1.2.840.113549.1.7.2 (signedData), ... } of RFC 5652, whatever the form of its length.
const SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const SEQUENCE = 0x30;

/**
 * True for the outside of a CMS signature in DER or BER (`.p7s`). Who signed, and whether it is of this text, is for the
 * reader to check with a program of their own: the marketplace vouches for no certificate.
 */
export function isCmsSignature(bytes: Uint8Array): boolean {
  if (bytes.length > SIGNATURE_MAX_BYTES || bytes[0] !== SEQUENCE) return false;
  const length = bytes[1] ?? 0;
  const headLength = length <= 0x80 ? 2 : 2 + (length & 0x7f);
  return SIGNED_DATA.every((byte, i) => bytes[headLength + i] === byte);
}
