import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Permission } from "../../app/domain/identity/permissions";
import { POWER_NEEDED } from "../../app/domain/identity/powers";
import { DEMO_PASSWORD, expect, PHONES, test } from "../support/journey";

type Role = keyof typeof PHONES;
type Door = { method: "GET" | "POST"; path: string; allowed: readonly Role[] };

const EVERYONE: readonly Role[] = ["buyer", "household", "agent", "department"];

/** Each permission with a door that asks for it. */
const DOORS: Record<Permission, Door> = {
  "account.open": { method: "GET", path: "/account", allowed: EVERYONE },
  "household_desk.open": { method: "GET", path: "/household", allowed: ["household"] },
  "product.edit": { method: "GET", path: "/household/products/new", allowed: ["household"] },
  "profile.edit": { method: "GET", path: "/household/profile", allowed: ["household"] },
  "lot.manage": {
    method: "POST",
    path: "/household/lots/L260101-22222/recall",
    allowed: ["household"],
  },
  "certificate.submit": {
    method: "GET",
    path: "/household/certificates",
    allowed: ["household"],
  },
  "certificate.decide": {
    method: "GET",
    path: "/department/certificates",
    allowed: ["department"],
  },
  "document.check": {
    method: "POST",
    path: "/department/documents/khong-co/check",
    allowed: ["department"],
  },
  "lot.recall": {
    method: "POST",
    path: "/department/lots/L260101-22222/recall",
    allowed: ["department"],
  },
  "order.fulfil": {
    method: "POST",
    path: "/household/orders/UQ2222222-1/confirmation",
    allowed: ["household"],
  },
  "return.answer": { method: "GET", path: "/household/returns", allowed: ["household"] },
  "return.decide": { method: "GET", path: "/department/returns", allowed: ["department"] },
  "contract.answer": { method: "GET", path: "/household/contracts", allowed: ["household"] },
  "contract.read": { method: "GET", path: "/department/contracts", allowed: ["department"] },
  "shipping_rules.edit": { method: "GET", path: "/household/shipping", allowed: ["household"] },
  "earnings.read": { method: "GET", path: "/household/earnings", allowed: ["household"] },
  "payout_account.edit": {
    method: "GET",
    path: "/household/payout-account",
    allowed: ["household"],
  },
  "household.export": { method: "GET", path: "/household/data", allowed: ["household"] },
  "supply.declare": { method: "GET", path: "/household/supply", allowed: ["household"] },
  "supply.coordinate": { method: "GET", path: "/department/supply", allowed: ["department"] },
  "compliance.manage": { method: "GET", path: "/department/compliance", allowed: ["department"] },
  "stall.keep": { method: "GET", path: "/household/stall", allowed: ["household"] },
  "post.reply": { method: "GET", path: "/household/reviews", allowed: ["household"] },
  "browser.subscribe": { method: "POST", path: "/household/browser", allowed: ["household"] },
  "delegation.end": { method: "GET", path: "/household/helpers", allowed: ["household"] },
  "entry_code.refuse": {
    method: "GET",
    path: "/household/entry-codes",
    allowed: ["household"],
  },
  "entry_code.give": {
    method: "POST",
    path: "/department/households/khong-co/entry-code",
    allowed: ["department"],
  },
  "delegation.manage": { method: "GET", path: "/department/helpers", allowed: ["department"] },
  "agent_desk.open": { method: "GET", path: "/agent", allowed: ["agent"] },
  "department_desk.open": { method: "GET", path: "/department", allowed: ["department"] },
  "household.declare": {
    method: "POST",
    path: "/household/joining/jit_khong-co/statement",
    allowed: ["household"],
  },
  "training.attend": {
    method: "POST",
    path: "/household/training/TH-2222222",
    allowed: ["household"],
  },
  "training.keep_list": { method: "GET", path: "/agent/training", allowed: ["agent"] },
  "training.manage": { method: "GET", path: "/department/training", allowed: ["department"] },
  "joining.manage": { method: "GET", path: "/department/joining", allowed: ["department"] },
  "terms.publish": { method: "GET", path: "/department/terms", allowed: ["department"] },
  "household.approve": {
    method: "POST",
    path: "/department/households/khong-co/approval",
    allowed: ["department"],
  },
  "product.approve": {
    method: "POST",
    path: "/department/products/khong-co/approval",
    allowed: ["department"],
  },
  "post.moderate": {
    method: "POST",
    path: "/department/reviews/pst_khong-co/decision",
    allowed: ["department"],
  },
  "collection.edit": {
    method: "GET",
    path: "/department/collections",
    allowed: ["department"],
  },
  "audit.read": { method: "GET", path: "/department/audit", allowed: ["department"] },
  "indicator.read": { method: "GET", path: "/department/indicator", allowed: ["department"] },
  "period.close": {
    method: "POST",
    path: "/department/periods/2026-01/closure",
    allowed: ["department"],
  },
  "data_key.manage": { method: "GET", path: "/department/data-keys", allowed: ["department"] },
  "officer.manage": { method: "GET", path: "/department/officers", allowed: ["department"] },
  "period.publish": {
    method: "POST",
    path: "/department/periods/2026-01/publication",
    allowed: ["department"],
  },
  "shipping_tariff.edit": { method: "GET", path: "/department/shipping", allowed: ["department"] },
  "retail_total.enter": {
    method: "GET",
    path: "/department/retail-totals",
    allowed: ["department"],
  },
  "commune_map.choose": {
    method: "GET",
    path: "/department/indicator/map",
    allowed: ["department"],
  },
  "target.set": { method: "GET", path: "/department/targets", allowed: ["department"] },
  "reconciliation.manage": {
    method: "GET",
    path: "/department/reconciliation",
    allowed: ["department"],
  },
  "bank_transaction.read": {
    method: "GET",
    path: "/department/bank-transactions",
    allowed: ["department"],
  },
  "bank_transaction.allocate": {
    method: "POST",
    path: "/department/bank-transactions/btx_khong-co",
    allowed: ["department"],
  },
  "disbursement.manage": {
    method: "GET",
    path: "/department/disbursements",
    allowed: ["department"],
  },
  "tax.manage": { method: "GET", path: "/department/tax", allowed: ["department"] },
  "bank_statement.import": {
    method: "GET",
    path: "/department/bank-statements/new",
    allowed: ["department"],
  },
  "transfer_claim.answer": {
    method: "GET",
    path: "/department/transfer-claims",
    allowed: ["department"],
  },
  "voucher.manage": { method: "GET", path: "/department/vouchers", allowed: ["department"] },
  "notice.manage": {
    method: "POST",
    path: "/department/notices/ntc_khong-co/resending",
    allowed: ["department"],
  },
};

/** Of this worker's shop: a sign-in for each test would come upon the limit of sign-ins from one place. */
const cookies = new Map<Role, string>();

async function cookieOf(request: APIRequestContext, role: Role): Promise<string> {
  const known = cookies.get(role);
  if (known !== undefined) return known;
  const answer = await request.post("/sign-in", {
    form: { phone: PHONES[role], password: DEMO_PASSWORD },
    maxRedirects: 0,
  });
  expect([302, 303]).toContain(answer.status());
  const cookie = answer
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === "set-cookie")
    .map(({ value }) => value.split(";")[0])
    .join("; ");
  cookies.set(role, cookie);
  return cookie;
}

function knock(request: APIRequestContext, door: Door, cookie = ""): Promise<APIResponse> {
  const options = { maxRedirects: 0, headers: { Cookie: cookie } };
  return door.method === "GET"
    ? request.get(door.path, options)
    : request.post(door.path, { ...options, form: { decision: "approve" } });
}

for (const [permission, door] of Object.entries(DOORS)) {
  test(`${permission}: ${door.method} ${door.path} sends a guest to sign in`, async ({
    request,
  }) => {
    const answer = await knock(request, door);
    expect([302, 303]).toContain(answer.status());
    expect(answer.headers()["location"]).toContain("/sign-in");
  });

  for (const role of EVERYONE) {
    const isAllowed = door.allowed.includes(role);
    // An agent may what a household has agreed to; here none has been chosen. Every page of a household's desk asks first
    // whether its frame may be opened.
    const isFramed = door.method === "GET" && door.path.startsWith("/household");
    const needsConsent = role === "agent" && (permission in POWER_NEEDED || isFramed);
    test(`${permission}: ${role} ${isAllowed ? "may" : "may not"}`, async ({ request }) => {
      const answer = await knock(request, door, await cookieOf(request, role));
      if (needsConsent) {
        expect(answer.status()).toBe(303);
        expect(answer.headers()["location"]).toBe("/agent?problem=no_consent");
      } else if (!isAllowed) expect(answer.status()).toBe(403);
      else if (door.method === "GET") expect(answer.status()).toBe(200);
      // The thing itself does not exist: let in, and told so.
      else expect([302, 303, 400, 404]).toContain(answer.status());
    });
  }
}
