import { monthOf, type LocalDate } from "~/platform/period";

// No 0 O 1 I L S U: people copy the code from a label.
const SYMBOLS = "23456789ABCDEFGHJKMNPQRTVWXYZ";

/** `L261122-7K3QX`: the day it was made and five random symbols, one a byte. */
export function lotCodeOf(madeOn: LocalDate, random: Uint8Array): string {
  const day = monthOf(madeOn).slice(2).replace("-", "") + madeOn.slice(8);
  const tail = Array.from(random.slice(0, 5), (byte) => SYMBOLS[byte % SYMBOLS.length]).join("");
  return `L${day}-${tail}`;
}

const PRINTED = new RegExp(`^L(\\d{6})([${SYMBOLS}]{5})$`);
const TYPED_MAX = 200;

/**
 * The code that a person means who copies it from a pack: in any case, with or without the dash, with spaces, or the
 * whole address out of the QR; null for anything that is no code.
 */
export function readLotCode(typed: string): string | null {
  if (typed.length > TYPED_MAX) return null;
  const last =
    typed
      .trim()
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const [, day, tail] = PRINTED.exec(last.toUpperCase().replaceAll(/[\s.\-–—_]/g, "")) ?? [];
  return day !== undefined && tail !== undefined ? `L${day}-${tail}` : null;
}
