import type { ShopClosure } from "./shop-closure";

/** How far a household sends fresh kinds (sets 1 and 2); all else it sends anywhere. */
export const FRESH_REACHES = ["in_province", "near", "anywhere"] as const;
export type FreshReach = (typeof FRESH_REACHES)[number];

export const PICKUP_POINTS_MAX = 3;

/** Where a buyer may come for the goods. Public; an order keeps it as it was. */
export type PickupPoint = {
  id: string;
  name: string;
  /** With its commune and province. */
  address: string;
  hours: string;
};

/** What a household says of how it sends. What it costs is the tariff's. */
export type ShippingRules = {
  freshReach: FreshReach;
  /** In order, 1 Monday to 7 Sunday; null: not said. */
  shipDays: readonly number[] | null;
  /** From this amount of one order on the household bears the cost; null: never. */
  freeShippingFromVnd: number | null;
  pickupPoints: readonly PickupPoint[];
  /** The last one that was said; it may be over. */
  closure: ShopClosure | null;
};
