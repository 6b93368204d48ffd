declare const idBrand: unique symbol;
/** A prefixed UUIDv7, branded by what it names. */
export type Id<Prefix extends string> = string & { readonly [idBrand]: Prefix };

/** The last id's time, and its place among those of that millisecond. */
let last = { milliseconds: 0, place: 0 };
const PLACES = 2 ** 12;

/**
 * A new id: `prefix_` and 32 hex digits of a UUIDv7 (RFC 9562), so ids sort by the time they were made; those of one
 * process also within a millisecond (its section 6.2, method 1: a counter where the first random bits would be), so that
 * the lines of an order stay as they were put.
 */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  const bytes = randomBytes(16);
  const { milliseconds, place } = nextPlace();
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  view.setUint16(6, 0x7000 | place);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${hex(bytes)}` as Id<Prefix>;
}

function nextPlace() {
  const milliseconds = Math.max(Date.now(), last.milliseconds);
  const isNew = milliseconds > last.milliseconds;
  if (isNew) last = { milliseconds, place: 0 };
  else if (last.place + 1 < PLACES) last = { milliseconds, place: last.place + 1 };
  else last = { milliseconds: milliseconds + 1, place: 0 };
  return last;
}

/** Random bytes as lower-case hex, for keys that a person never reads. */
export function newToken(byteCount = 16): string {
  return hex(randomBytes(byteCount));
}

// Asking the system takes longer than making an id of the answer, so it is asked for many at once.
const POOL_BYTES = 4_096;
let pool = new Uint8Array(0);
let taken = 0;

export function randomBytes(byteCount: number): Uint8Array<ArrayBuffer> {
  if (byteCount > POOL_BYTES) return crypto.getRandomValues(new Uint8Array(byteCount));
  if (taken + byteCount > pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(POOL_BYTES));
    taken = 0;
  }
  const bytes = pool.slice(taken, taken + byteCount);
  pool.fill(0, taken, taken + byteCount); // nobody else is to find a key here
  taken += byteCount;
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte] ?? "";
  return text;
}
