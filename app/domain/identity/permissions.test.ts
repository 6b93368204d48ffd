import { describe, expect, it } from "vitest";
import { hasPermission, PERMISSIONS, permissionsOf, type Permission } from "./permissions";
import { isCovered, POWER_NEEDED, POWERS } from "./powers";
import { ROLES } from "./roles";

const namesOf = (role: (typeof ROLES)[number]) => permissionsOf(role).toSorted();

describe("permissions", () => {
  it("gives each role its own desk and nothing of another's", () => {
    expect(namesOf("buyer")).toEqual(["account.open"]);
    expect(namesOf("household_member")).toEqual([
      "account.open",
      "browser.subscribe",
      "certificate.submit",
      "contract.answer",
      "delegation.end",
      "earnings.read",
      "entry_code.refuse",
      "household.declare",
      "household.export",
      "household_desk.open",
      "lot.manage",
      "order.fulfil",
      "payout_account.edit",
      "post.reply",
      "product.edit",
      "profile.edit",
      "return.answer",
      "shipping_rules.edit",
      "stall.keep",
      "supply.declare",
      "training.attend",
    ]);
    expect(namesOf("agent")).toEqual([
      "account.open",
      "agent_desk.open",
      "certificate.submit",
      "household_desk.open",
      "lot.manage",
      "order.fulfil",
      "post.reply",
      "product.edit",
      "profile.edit",
      "return.answer",
      "shipping_rules.edit",
      "supply.declare",
      "training.keep_list",
    ]);
    expect(namesOf("department_officer")).toEqual([
      "account.open",
      "audit.read",
      "bank_statement.import",
      "bank_transaction.allocate",
      "bank_transaction.read",
      "certificate.decide",
      "collection.edit",
      "commune_map.choose",
      "compliance.manage",
      "contract.read",
      "data_key.manage",
      "delegation.manage",
      "department_desk.open",
      "disbursement.manage",
      "document.check",
      "entry_code.give",
      "household.approve",
      "indicator.read",
      "joining.manage",
      "lot.recall",
      "notice.manage",
      "officer.manage",
      "period.close",
      "period.publish",
      "post.moderate",
      "product.approve",
      "reconciliation.manage",
      "retail_total.enter",
      "return.decide",
      "shipping_tariff.edit",
      "supply.coordinate",
      "target.set",
      "tax.manage",
      "terms.publish",
      "training.manage",
      "transfer_claim.answer",
      "voucher.manage",
    ]);
  });

  it("lets agents do for households what a household can agree to, and nothing without a power", () => {
    const own = ["account.open", "agent_desk.open", "training.keep_list"];
    const forHouseholds = namesOf("agent").filter((one) => !own.includes(one));
    expect(Object.keys(POWER_NEEDED).toSorted()).toEqual(forHouseholds);
    for (const permission of permissionsOf("household_member")) {
      expect(isCovered(permission, []), permission).toBe(false);
      const isHelped = forHouseholds.includes(permission);
      expect(isCovered(permission, POWERS), permission).toBe(isHelped);
    }
    expect(isCovered("order.fulfil", ["products", "shop"])).toBe(false);
    expect(isCovered("household_desk.open", ["shop"])).toBe(true);
  });

  it("leaves no permission without a role", () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect(ROLES.some((role) => hasPermission(role, permission))).toBe(true);
    }
  });
});
