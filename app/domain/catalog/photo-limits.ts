/** A product has at most so many photos: enough to show pack, content and where it is made. */
export const PHOTOS_MAX = 6;
