// As on labels and in transfers: no 0 O 1 I L S U, because people copy the number.
const SYMBOLS = "23456789ABCDEFGHJKMNPQRTVWXYZ";
const LENGTH = 7;
const PATTERN = new RegExp(`^HD-[${SYMBOLS}]{${LENGTH}}$`);

/** Bytes that `contractCodeOf` takes. */
export const CODE_BYTES = LENGTH;

/** `HD-7K3QXM9`, the number of a contract from its first question on: a symbol a byte. */
export function contractCodeOf(random: Uint8Array): string {
  const symbols = Array.from(random.slice(0, LENGTH), (byte) => SYMBOLS[byte % SYMBOLS.length]);
  return `HD-${symbols.join("")}`;
}

/** The number that a person means who copies it, in any case and with or without the dash; null for anything else. */
export function readContractCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const plain = typed.toUpperCase().replaceAll(/[\s.\-–—_]/g, "");
  const code = `HD-${plain.slice(2)}`;
  return plain.startsWith("HD") && PATTERN.test(code) ? code : null;
}
