/**
 * What a product's page shows beside it, best first; the page on ranking shows this list. Each rule takes only what is
 * in stock of other sellers, the newest first, and no more than two of one. What a reader looked at before plays no
 * part.
 */
export const RELATED_RULES = ["same_set", "same_group_in_season", "same_commune"] as const;
export type RelatedRule = (typeof RELATED_RULES)[number];
