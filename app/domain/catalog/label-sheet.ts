/** Three abreast and seven rows of 70 x 42 mm: what fits on A4, as sheets of stickers are sold. */
export const LABELS_PER_SHEET = 21;

/** How many an address asks for; a full sheet for anything that is no number of labels on one. */
export function labelCountOf(text: string | null): number {
  if (text === null || !/^\d{1,2}$/.test(text)) return LABELS_PER_SHEET;
  return Math.min(Math.max(1, Number(text)), LABELS_PER_SHEET);
}
