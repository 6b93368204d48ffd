import { fold } from "~/platform/fold";

/**
 * Whether goods are of a kind of produce, by its name within theirs: `Cam sành Bắc Quang, thùng` is of `Cam sành`, and
 * `Cám gạo` is not of `Cam`. Goods or a kind of more than one word that were written without accents are looked for
 * without them: one word without is as likely another word.
 */
export function isOfProduce(productName: string, produceName: string): boolean {
  const kind = wordsOf(produceName);
  if (kind === "") return false;
  const goods = wordsOf(productName);
  if (` ${goods} `.includes(` ${kind} `)) return true;
  const folded = fold(produceName);
  const isPlain = kind === folded || goods === fold(productName);
  return isPlain && folded.includes(" ") && ` ${fold(productName)} `.includes(` ${folded} `);
}

function wordsOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
