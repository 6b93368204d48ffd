import { monthOf, type LocalDate } from "~/platform/period";

// No 0 O 1 I L S U: people copy the code from a label.
const SYMBOLS = "23456789ABCDEFGHJKMNPQRTVWXYZ";

/** `L261122-7K3QX`: the day it was made and five random symbols, one a byte. */
export function lotCodeOf(madeOn: LocalDate, random: Uint8Array): string {
  const day = monthOf(madeOn).slice(2).replace("-", "") + madeOn.slice(8);
  const tail = Array.from(random.slice(0, 5), (byte) => SYMBOLS[byte % SYMBOLS.length]).join("");
  return `L${day}-${tail}`;
}
