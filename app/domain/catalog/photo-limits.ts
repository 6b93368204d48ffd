/** A product has at most so many photos: enough to show pack, content and where it is made. */
export const PHOTOS_MAX = 6;

/** Why a file is no photo of goods; each is said at the field of the file. */
const PHOTO_CODES = ["photo_unreadable", "photo_too_small", "photo_not_whole"] as const;
export type PhotoCode = (typeof PHOTO_CODES)[number];

export function isPhotoCode(code: string): code is PhotoCode {
  return (PHOTO_CODES as readonly string[]).includes(code);
}
