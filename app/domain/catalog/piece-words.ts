/** What single things are called; `trai` is `qua` in the south. */
export const PIECE_WORDS = {
  qua: "quả",
  trai: "trái",
  cu: "củ",
  bap: "bắp",
  con: "con",
  cai: "cái",
  chai: "chai",
  lon: "lon",
  goi: "gói",
  vien: "viên",
  tam: "tấm",
  bo: "bộ",
  doi: "đôi",
  cay: "cây",
  chau: "chậu",
  bong: "bông",
  canh: "cành",
} as const;
export type PieceWord = keyof typeof PIECE_WORDS;

const WORDS: readonly string[] = Object.values(PIECE_WORDS);

/**
 * What the label of a pack calls its single things: `quả` of `thùng 10 quả`; null where it does not say how many there
 * are of what.
 */
export function pieceWordIn(packLabel: string): string | null {
  const named = [
    ...packLabel
      .normalize("NFC")
      .toLowerCase()
      .matchAll(/\d\s*(\p{L}+)/gu),
  ];
  return named.map(([, word = ""]) => word).findLast((word) => WORDS.includes(word)) ?? null;
}
