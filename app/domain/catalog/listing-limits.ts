import { DAY_MS } from "~/platform/period";

/** A household has at most so many open drafts: more than anybody writes at once. */
export const LISTINGS_MAX = 20;

/** A draft that nobody has touched for so long goes, with its photo. */
export const LISTING_LIFE_MS = 60 * DAY_MS;

/** The work of taking away the files of a photo that a draft has let go (outbox). */
export const LEFT_PHOTO_KIND = "left_listing_photo";
