import type { Permission } from "./permissions";

/** What a household may let an agent do for it. Never its money: the account, what was earned, what binds it in writing. */
export const POWERS = ["products", "orders", "shop"] as const;
export type Power = (typeof POWERS)[number];

/**
 * Which power an agent needs for which permission at the doors of households; `any`: one of them, whichever. What an
 * agent has here and is not named is no door of a household.
 */
export const POWER_NEEDED: Partial<Record<Permission, Power | "any">> = {
  "household_desk.open": "any",
  "product.edit": "products",
  "lot.manage": "products",
  "supply.declare": "products",
  "certificate.submit": "products",
  "order.fulfil": "orders",
  "return.answer": "orders",
  "profile.edit": "shop",
  "shipping_rules.edit": "shop",
  "post.reply": "shop",
};

/** Whether consent to these powers opens doors that ask for this permission. */
export function isCovered(permission: Permission, powers: readonly Power[]): boolean {
  const needed = POWER_NEEDED[permission];
  if (needed === undefined) return false;
  return needed === "any" ? powers.length > 0 : powers.includes(needed);
}
