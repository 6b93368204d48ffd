// As on labels and in transfers: no 0 O 1 I L S U, because people copy the number.
const SYMBOLS = "23456789ABCDEFGHJKMNPQRTVWXYZ";
const LENGTH = 7;
const PATTERN = new RegExp(`^[${SYMBOLS}]{${LENGTH}}$`);

/** Two letters that say what is numbered. */
export type CodePrefix = "HD" | "DT" | "GH" | "TH"; // hợp đồng, đặt trước, giúp hộ, tập huấn

/** Bytes that `readableCode` takes. */
export const READABLE_CODE_BYTES = LENGTH;

/** `HD-7K3QXM9`, a number that people copy: a symbol a byte. */
export function readableCode(prefix: CodePrefix, random: Uint8Array): string {
  const symbols = Array.from(random.slice(0, LENGTH), (byte) => SYMBOLS[byte % SYMBOLS.length]);
  return `${prefix}-${symbols.join("")}`;
}

/** The number that a person means who copies it, in any case and with or without the dash; null for anything else. */
export function readReadableCode(prefix: CodePrefix, typed: string): string | null {
  if (typed.length > 60) return null;
  const plain = typed.toUpperCase().replaceAll(/[\s.\-–—_]/g, "");
  const symbols = plain.slice(prefix.length);
  return plain.startsWith(prefix) && PATTERN.test(symbols) ? `${prefix}-${symbols}` : null;
}
