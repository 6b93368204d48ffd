import type { Role } from "./roles";

/**
 * May they, by kind: each permission and the roles that have it. Which rows they may touch is `scope.server.ts`; of what
 * agents may do for households, each household has agreed to a part (`powers.ts`).
 * Everything that asks for no permission is public and stands on the list in app/safety.test.ts.
 */
export const PERMISSIONS = {
  "account.open": ["buyer", "household_member", "agent", "department_officer"],
  "household_desk.open": ["household_member", "agent"],
  "product.edit": ["household_member", "agent"],
  "profile.edit": ["household_member", "agent"],
  "lot.manage": ["household_member", "agent"],
  "certificate.submit": ["household_member", "agent"],
  "order.fulfil": ["household_member", "agent"],
  "return.answer": ["household_member", "agent"],
  "contract.answer": ["household_member"],
  "shipping_rules.edit": ["household_member", "agent"],
  "earnings.read": ["household_member"],
  "payout_account.edit": ["household_member"],
  "stall.keep": ["household_member"],
  "household.export": ["household_member"],
  "supply.declare": ["household_member", "agent"],
  "post.reply": ["household_member", "agent"],
  "browser.subscribe": ["household_member"],
  "delegation.end": ["household_member"],
  "entry_code.refuse": ["household_member"],
  "household.declare": ["household_member"],
  "training.attend": ["household_member"],
  "agent_desk.open": ["agent"],
  "training.keep_list": ["agent"],
  "delegation.manage": ["department_officer"],
  "entry_code.give": ["department_officer"],
  "department_desk.open": ["department_officer"],
  "joining.manage": ["department_officer"],
  "training.manage": ["department_officer"],
  "terms.publish": ["department_officer"],
  "household.approve": ["department_officer"],
  "product.approve": ["department_officer"],
  "post.moderate": ["department_officer"],
  "collection.edit": ["department_officer"],
  "document.check": ["department_officer"],
  "certificate.decide": ["department_officer"],
  "lot.recall": ["department_officer"],
  "return.decide": ["department_officer"],
  "supply.coordinate": ["department_officer"],
  "compliance.manage": ["department_officer"],
  "contract.read": ["department_officer"],
  "audit.read": ["department_officer"],
  "indicator.read": ["department_officer"],
  "period.close": ["department_officer"],
  "period.publish": ["department_officer"],
  "data_key.manage": ["department_officer"],
  "officer.manage": ["department_officer"],
  "shipping_tariff.edit": ["department_officer"],
  "retail_total.enter": ["department_officer"],
  "target.set": ["department_officer"],
  "commune_map.choose": ["department_officer"],
  "bank_transaction.read": ["department_officer"],
  "bank_transaction.allocate": ["department_officer"],
  "disbursement.manage": ["department_officer"],
  "tax.manage": ["department_officer"],
  "bank_statement.import": ["department_officer"],
  "transfer_claim.answer": ["department_officer"],
  "reconciliation.manage": ["department_officer"],
  "voucher.manage": ["department_officer"],
  "notice.manage": ["department_officer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function hasPermission(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** All that this role may do. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((one) => hasPermission(role, one));
}
