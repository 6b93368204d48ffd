/** What the content of a pack is measured in; `piece` is a fruit, a scarf, a night. */
export const CONTENT_UNITS = ["g", "ml", "piece"] as const;
export type ContentUnit = (typeof CONTENT_UNITS)[number];
