/** A product has at most so many photos: enough to show pack, content and where it is made. */
export const PHOTOS_MAX = 6;

/**
 * The longer edge of a photo of a paper, in pixels: an A4 page at 200 dots an inch, where print of 6 points has letters
 * of 16 pixels. Goods are seen at half of that, where small print is lost.
 */
export const PAPER_EDGE = 2_400;

/** Why a file is no photo of goods; each is said at the field of the file. */
const PHOTO_CODES = [
  "photo_unreadable",
  "photo_too_small",
  "photo_not_whole",
  "evidence_unreadable", // neither a photo nor a PDF
] as const;
export type PhotoCode = (typeof PHOTO_CODES)[number];

export function isPhotoCode(code: string): code is PhotoCode {
  return (PHOTO_CODES as readonly string[]).includes(code);
}
