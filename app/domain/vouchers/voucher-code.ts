import { unaccent } from "~/platform/fold";

/** No 0 O 1 I L: they look alike on paper and are asked about on the phone. */
const SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const GENERATED_LENGTH = 8;

/**
 * A code as it was typed, as it is kept: upper case, without spaces, dots and dashes, and
 * without accents, which Vietnamese keyboards make of some codes (`nhieeu50`). Null when it cannot be one: 4 to 16
 * letters A-Z and digits.
 */
export function normaliseVoucherCode(typed: string): string | null {
  const code = unaccent(typed)
    .replaceAll(/[\s.\-–—_]/g, "")
    .toUpperCase();
  return /^[A-Z0-9]{4,16}$/.test(code) ? code : null;
}

/** A code that nobody chose: eight symbols, hard to guess. */
export function generateVoucherCode(randomBytes: (byteCount: number) => Uint8Array): string {
  let code = "";
  while (code.length < GENERATED_LENGTH) {
    for (const byte of randomBytes(GENERATED_LENGTH)) {
      // Bytes above the last whole round of symbols would make the first ones likelier.
      if (byte >= 256 - (256 % SYMBOLS.length) || code.length === GENERATED_LENGTH) continue;
      code += SYMBOLS.charAt(byte % SYMBOLS.length);
    }
  }
  return code;
}
