declare const idBrand: unique symbol;
/** A prefixed UUIDv7, branded by what it names. */
export type Id<Prefix extends string> = string & { readonly [idBrand]: Prefix };

/** A new id: `prefix_` and 32 hex digits of a UUIDv7 (RFC 9562), so ids sort by the time they were made. */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const milliseconds = Date.now();
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${hex(bytes)}` as Id<Prefix>;
}

/** Random bytes as lower-case hex, for keys that a person never reads. */
export function newToken(byteCount = 16): string {
  return hex(crypto.getRandomValues(new Uint8Array(byteCount)));
}

export function randomBytes(byteCount: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(byteCount));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
