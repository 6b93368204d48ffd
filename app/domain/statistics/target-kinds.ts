import type { RetailKind } from "./retail-stages";

/** What a commune may be asked for in a year, in the order in which it is read: đồng of goods, and sellers a month. */
export const COMMUNE_TARGET_KINDS = ["sales_goods_vnd", "active_sellers"] as const;
export type CommuneTargetKind = (typeof COMMUNE_TARGET_KINDS)[number];

/** What the province is asked for: each share by its own denominator, in basis points (1 % is 100). */
export const SHARE_TARGET_KINDS = ["share_goods_bps", "share_goods_services_bps"] as const;
type ShareTargetKind = (typeof SHARE_TARGET_KINDS)[number];

export const TARGET_KINDS = [...COMMUNE_TARGET_KINDS, ...SHARE_TARGET_KINDS] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** The only targets that may stand beside this share. */
export function targetKindOf(kind: RetailKind): ShareTargetKind {
  return `share_${kind}_bps`;
}

/** The first year that may have targets: the provinces of now are of July 2025. */
const FIRST_TARGET_YEAR = 2025;

/** Years with targets to set: from the first to the one after `thisYear`, the newest first. */
export function targetYears(thisYear: number): string[] {
  const years: string[] = [];
  for (let year = thisYear + 1; year >= FIRST_TARGET_YEAR; year -= 1) years.push(String(year));
  return years;
}
