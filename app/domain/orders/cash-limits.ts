import type { OrderedQuantity } from "./order-totals";

/*
 * Cash promises nothing, and yet its packs are held for up to twelve days and sent at the household's cost: so nobody
 * holds much of a shelf by it, and whoever wants more pays by transfer.
 */

export type CashBuyer = "guest" | "member";

/** Checkouts of one phone that are not all received or called off yet; a member has an account to lose. */
const OPEN_MAX: Record<CashBuyer, number> = { guest: 2, member: 5 };
/** Of one product: what a family takes, and what a household can bear to get back from the door. */
const GUEST_PACKS_MAX = 10;

const CODES = ["cash_packs_limited", "cash_orders_open"] as const;
export type CashRefusalCode = (typeof CODES)[number];

export function isCashRefusal(code: string): code is CashRefusalCode {
  return CODES.some((one) => one === code);
}

/** Why this cannot be paid at the door, or null. */
export function cashRefusal(
  buyer: CashBuyer,
  lines: readonly OrderedQuantity[],
  openCount: number,
): CashRefusalCode | null {
  if (buyer === "guest" && lines.some(({ quantity }) => quantity > GUEST_PACKS_MAX)) {
    return "cash_packs_limited";
  }
  return openCount < OPEN_MAX[buyer] ? null : "cash_orders_open";
}
