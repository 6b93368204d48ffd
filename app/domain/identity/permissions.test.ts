import { describe, expect, it } from "vitest";
import { hasPermission, PERMISSIONS, type Permission } from "./permissions";
import { ROLES, type Role } from "./roles";

const permissionsOf = (role: Role) =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((one) => hasPermission(role, one)).toSorted();

describe("permissions", () => {
  it("gives each role its own desk and nothing of another's", () => {
    expect(permissionsOf("buyer")).toEqual(["account.open"]);
    expect(permissionsOf("household_member")).toEqual([
      "account.open",
      "contract.answer",
      "earnings.read",
      "household_desk.open",
      "lot.manage",
      "order.fulfil",
      "payout_account.edit",
      "post.reply",
      "product.edit",
      "profile.edit",
      "return.answer",
      "shipping_rules.edit",
    ]);
    expect(permissionsOf("agent")).toEqual(["account.open", "agent_desk.open"]);
    expect(permissionsOf("department_officer")).toEqual([
      "account.open",
      "bank_statement.import",
      "bank_transaction.allocate",
      "bank_transaction.read",
      "collection.edit",
      "contract.read",
      "department_desk.open",
      "disbursement.manage",
      "document.check",
      "household.approve",
      "indicator.read",
      "lot.recall",
      "notice.manage",
      "post.moderate",
      "product.approve",
      "reconciliation.manage",
      "retail_total.enter",
      "return.decide",
      "shipping_tariff.edit",
      "tax.manage",
      "transfer_claim.answer",
      "voucher.manage",
    ]);
  });

  it("leaves no permission without a role", () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect(ROLES.some((role) => hasPermission(role, permission))).toBe(true);
    }
  });
});
