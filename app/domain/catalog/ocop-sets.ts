/** The 6 groups and 26 sets of QĐ 26/2026/QĐ-TTg; their names are in the `ocop` catalogue of each language. */
export const OCOP_GROUPS = [
  { code: "food", firstSet: 1, lastSet: 13 },
  { code: "drink", firstSet: 14, lastSet: 17 },
  { code: "herbal", firstSet: 18, lastSet: 20 },
  { code: "craft", firstSet: 21, lastSet: 22 },
  { code: "living", firstSet: 23, lastSet: 25 },
  { code: "tourism", firstSet: 26, lastSet: 26 },
] as const;
export type OcopGroup = (typeof OCOP_GROUPS)[number]["code"];

export const OCOP_SET_COUNT = 26;
export const OCOP_SETS: readonly number[] = Array.from({ length: OCOP_SET_COUNT }, (_, i) => i + 1);

export function isOcopSet(set: number): boolean {
  return Number.isInteger(set) && set >= 1 && set <= OCOP_SET_COUNT;
}

/** The sets of one group, in order. */
export function setsOfGroup(group: OcopGroup): number[] {
  const { firstSet, lastSet } = OCOP_GROUPS.find((one) => one.code === group) ?? OCOP_GROUPS[0];
  return OCOP_SETS.filter((set) => set >= firstSet && set <= lastSet);
}

export function groupOfSet(set: number): OcopGroup {
  return (OCOP_GROUPS.find((one) => set <= one.lastSet) ?? OCOP_GROUPS[0]).code;
}

/** Sold online only against cashless payment, by who has a licence (Law on Prevention of Alcohol Harm 2019). */
export const ALCOHOL_SETS: readonly number[] = [14, 15];

export function isAlcohol(set: number): boolean {
  return ALCOHOL_SETS.includes(set);
}

/** Sets 1 and 2, fresh plants and fresh meat, fish, eggs and milk: what spoils on a long way. */
export function isFresh(set: number): boolean {
  return set === 1 || set === 2;
}

/** A service: it is not shipped, and counts only in the share of goods and services. */
export const SERVICE_SET = 26;

export function isService(set: number): boolean {
  return set === SERVICE_SET;
}
