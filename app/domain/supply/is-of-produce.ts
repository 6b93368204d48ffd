import { fold } from "~/platform/fold";

/**
 * Whether goods are of a kind of produce, by its name within theirs: `Cam sành Bắc Quang, thùng` is of `Cam sành`, and
 * `Cám gạo` is not of `Cam`. A kind that was written without accents is looked for without them.
 */
export function isOfProduce(productName: string, produceName: string): boolean {
  const kind = wordsOf(produceName);
  const isPlain = kind === fold(produceName);
  const goods = isPlain ? fold(productName) : wordsOf(productName);
  return kind !== "" && ` ${goods} `.includes(` ${kind} `);
}

function wordsOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
