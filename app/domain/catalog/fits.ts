/**
 * How well a product fits what was typed, best first. The search orders its results by this list and the page on
 * ranking shows it; within each, what is in stock comes first, then what was published last. Nobody can pay for a
 * place.
 */
export const FITS = ["name_as_written", "name_without_marks", "kind_or_place", "one_slip"] as const;
export type Fit = (typeof FITS)[number];
