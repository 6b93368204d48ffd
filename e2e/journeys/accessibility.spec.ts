import type { Page } from "@playwright/test";
import { localDateOf, monthOf } from "../../app/platform/period";
import { beginListings } from "../support/begun-listing";
import { changePhoneOf } from "../support/changed-phone";
import { handCodeToHousehold } from "../support/handed-code";
import { askForCode } from "../support/asked-code";
import { askForConsent } from "../support/asked-consent";
import { checkAccessibility as check, checkOpened } from "../support/check-accessibility";
import { placeOrder } from "../support/place-order";
import {
  buyerPaths,
  harvestSlug,
  SAMPLE_CONTRACTS,
  SAMPLE_CERTIFICATES,
  SAMPLE_DELEGATION,
  SAMPLE_CASE,
  SAMPLE_CHANNEL_SALE,
  SAMPLE_OWN_SESSION,
  SAMPLE_SESSION,
  TARGET_PATHS,
} from "../support/buyer-paths";
import { moneyPaths } from "../support/money-paths";
import { placeReturned, returnsPath } from "../support/returned-order";
import { DEMO_PASSWORD, expect, PHONES, test } from "../support/journey";

/** Every kind of page, as `checkAccessibility` looks at it. */

async function firstProduct(page: Page, prefix: string): Promise<string> {
  await page.goto(`${prefix}/products`);
  const href = await page
    .locator(`main a[href^="${prefix}/products/"]`)
    .first()
    .getAttribute("href");
  if (!href) throw new Error("no product on the list");
  return href;
}

for (const prefix of ["", "/en"]) {
  test(`public pages ${prefix || "/vi"}`, async ({ page, shop, context }) => {
    test.setTimeout(600_000);
    const product = await firstProduct(page, prefix);
    const order = await placeOrder(shop.origin, { prefix, productPath: product });
    const { delivered, requested, requestCode } = await placeReturned(shop.origin);
    const bought = await buyerPaths(shop.origin);
    await context.addCookies([{ name: "cart", value: order.cartCookie, url: shop.origin }]);
    await page.goto(product);
    const household = await page
      .locator(`main a[href^="${prefix}/households/"]`)
      .first()
      .getAttribute("href");
    const linkTo = async (folder: string) =>
      (await page.locator(`main a[href^="${prefix}/${folder}/"]`).first().getAttribute("href")) ??
      "";
    const lot = await linkTo("lots");
    await page.goto(prefix || "/");
    const collection = await linkTo("collections");
    const commune = await linkTo("communes");
    await check(page, `${prefix}/lots/L260101-22222`, 404);
    for (const path of [
      prefix || "/",
      `${prefix}/communes`,
      commune,
      `${prefix}/communes/00715-xa-lung-cu`,
      `${prefix}/products?q=pa+vi`,
      `${prefix}/collections`,
      collection,
      `${prefix}/products`,
      `${prefix}/products?q=khongcogi`,
      `${prefix}/products?q=mat&group=food&stock=ready`,
      `${prefix}/ranking`,
      `${prefix}/terms`,
      `${prefix}/training`,
      `${prefix}/lessons`,
      `${prefix}/lessons/good-photo`,
      `${prefix}/terms/1`,
      `${prefix}/shipping`,
      `${prefix}/wanted`,
      `${prefix}/reviews`,
      product,
      `${product}/reviews`,
      `${product}/questions?asked=new`,
      household ?? "",
      `${prefix}/lots?code=`,
      lot ?? "",
      `${prefix}/cart`,
      `${prefix}/checkout`,
      `${prefix}/orders`,
      `${prefix}/simulator/messages`,
      order.path,
      order.path.replace("?", "/cancellation?"),
      order.path.replace("?", "/method?"),
      `${prefix}${requested.path.replace("?", "/print?")}`,
      `${prefix}${requested.path}`,
      `${prefix}${returnsPath(delivered, "/new")}`,
      `${prefix}${returnsPath(requested, `/${requestCode}`)}`,
      `${household}/price-request`,
      `${prefix}/products/${await harvestSlug(shop.origin)}`,
      `${prefix}/products/${await harvestSlug(shop.origin)}/preorder`,
      ...Object.values(bought).map((path) => prefix + path),
      `${prefix}${bought.concluded.replace("?", "/print?")}`,
      `${prefix}/statistics`,
      `${prefix}/statistics/method`,
      `${prefix}/statistics/ranking`,
      `${prefix}/statistics/data`,
      `${prefix}/sign-in`,
      `${prefix}/sign-in?refused=removed`,
      `${prefix}/sign-in/second-step`,
      `${prefix}/sign-in/code`,
      `${prefix}/sign-in/helper-code`,
      `${prefix}${await askForCode(shop.origin, prefix === "" ? "0900 000 871" : "0900 000 872")}`,
      `${prefix}/sign-in/code/pcd_gone`,
      `${prefix}/sign-up`,
      `${prefix}/register`,
      `${prefix}/register?by=password`,
      `${prefix}/offline`,
    ]) {
      await check(page, path);
    }
  });
}

const DESKS = {
  buyer: [
    "/account",
    "/account/addresses",
    "/account/addresses/adr_00000000000000000000000000000000",
    "/account/wishes",
    "/account/phone",
    "/account/password",
    "/account/data",
    "/account/deletion",
    "/orders",
  ],
  household: [
    "/household",
    "/household/products",
    "/household/products/new",
    "/household/products/table",
    "/household/price-cards",
    "/household/prices",
    "/household/stall",
    "/household/supply",
    "/household/data",
    "/household/orders",
    "/household/packing",
    "/household/earnings",
    "/household/payout-account",
    "/household/statements",
    "/household/reviews",
    "/household/returns",
    "/household/contracts",
    ...Object.values(SAMPLE_CONTRACTS).map((code) => `/household/contracts/${code}`),
    `/household/contracts/${SAMPLE_CONTRACTS.offered}/offer`,
    `/household/contracts/${SAMPLE_CONTRACTS.concluded}/delivery`,
    `/household/contracts/${SAMPLE_CONTRACTS.concluded}/print`,
    "/household/profile",
    "/household/shipping",
    "/household/closure",
    "/household/helpers",
    "/household/entry-codes",
    "/household/joining",
    "/household/terms",
    "/household/training",
    `/household/training/${SAMPLE_SESSION.code}`,
    "/household/lessons",
    "/household/lessons/keep-code",
    "/household/joining/jit_food_safety",
    "/household/joining/jit_certificate",
    "/household/joining/jit_own_goods",
    "/household/shipping/pickup-points",
    "/household/papers",
    "/household/papers/licences",
    "/household/certificates",
    "/household/certificates/new",
    `/household/certificates/${SAMPLE_CERTIFICATES.sentBack}`,
    `/household/certificates/${SAMPLE_CERTIFICATES.sentBack}/words`,
    "/account",
    "/account/deletion",
  ],
  agent: [
    "/agent",
    "/agent/consents",
    "/agent/households/new",
    "/agent/consent-sheet",
    "/agent/registration-sheet",
    "/agent/training",
    `/agent/training/${SAMPLE_SESSION.id}?q=mau`,
    `/agent/training/${SAMPLE_SESSION.id}/sheet`,
    "/agent/training/new",
    `/agent/training/${SAMPLE_OWN_SESSION}`,
    `/agent/training/${SAMPLE_OWN_SESSION}/plan`,
    `/agent/training/${SAMPLE_OWN_SESSION}/cancellation`,
  ],
  department: [
    "/department",
    "/department/approvals",
    "/department/households?q=mau",
    "/department/helpers/agents/new",
    "/department/helpers/communes/new",
    "/department/helpers",
    "/department/certificates",
    "/department/certificates?state=valid",
    `/department/certificates/${SAMPLE_CERTIFICATES.sent}`,
    "/department/training",
    "/department/training/new",
    `/department/training/${SAMPLE_SESSION.id}?q=mau`,
    `/department/training/${SAMPLE_SESSION.id}/plan`,
    `/department/training/${SAMPLE_SESSION.id}/sheet`,
    `/department/training/${SAMPLE_SESSION.id}/cancellation`,
    `/department/training/${SAMPLE_SESSION.id}/reopening`,
    "/department/joining",
    "/department/terms",
    "/department/terms/new",
    "/department/joining/new",
    "/department/joining/jit_identity",
    "/department/households/hop-tac-xa-mau-dong-xanh/joining",
    "/department/households/hop-tac-xa-mau-dong-xanh/joining/jit_food_safety",
    `/department/helpers/${SAMPLE_DELEGATION}`,
    "/department/reviews",
    "/department/lots",
    "/department/supply",
    "/department/supply/demands",
    "/department/supply/cases",
    `/department/supply/cases/${SAMPLE_CASE.id}`,
    `/department/supply/matches/${SAMPLE_CASE.matchId}`,
    `/department/supply/matches/${SAMPLE_CASE.matchId}/ending`,
    "/department/returns",
    "/department/contracts",
    `/department/contracts/${SAMPLE_CONTRACTS.concluded}`,
    "/department/indicator",
    "/department/shipping",
    "/department/retail-totals",
    "/department/indicator/orders",
    ...TARGET_PATHS,
    "/department/periods",
    "/department/periods/calendar",
    "/department/periods/check",
    `/department/periods/${monthOf(localDateOf(Date.now()))}/release`,
    "/department/data-keys",
    "/department/data-keys/new",
    "/department/officers",
    "/department/officers/new",
    "/account/second-step",
    "/department/compliance",
    "/department/compliance?kind=takedown&state=all",
    "/department/compliance/new",
    "/department/compliance/new?kind=data_access",
    "/department/households/hop-tac-xa-mau-nui-doi/suspension",
    "/department/products/mat-ong-bac-ha-meo-vac/takedown",
    "/department/compliance/kept",
    "/department/compliance/terms",
    "/department/audit",
    "/department/retail-totals/import",
    "/department/indicator/map",
    "/department/other-channels",
    "/department/other-channels/new",
    `/department/other-channels/${SAMPLE_CHANNEL_SALE}`,
    `/department/other-channels/${SAMPLE_CHANNEL_SALE}/correction`,
    `/department/other-channels/${SAMPLE_CHANNEL_SALE}/withdrawal`,
    "/department/reconciliation",
    "/department/reconciliation/opening",
    "/department/reconciliation/wallets",
    "/department/trial-balance",
    "/department/bank-transactions",
    "/department/bank-statements",
    "/department/bank-statements/new",
    "/department/transfer-claims",
    "/department/transfer-claims?show=done",
    "/department/unreadable-notices?show=done",
    "/department/refunds",
    "/department/card-events",
    "/department/payouts",
    "/department/tax",
    "/department/tax/rules/new",
    "/department/tax/thresholds/new",
    "/department/tax/withholding/new",
    "/department/tax/months/2026-11",
    "/department/tax/years/2026",
    "/department/disbursements",
    "/department/disbursements?status=all",
    "/department/notices",
    "/department/notices?status=sent",
    "/department/collections",
    "/department/collections/new",
    "/department/vouchers",
    "/department/vouchers/new",
    "/department/vouchers/CHOPHIEN",
    "/department/vouchers/DEXUAT",
  ],
} as const;

for (const [role, paths] of Object.entries(DESKS)) {
  test(`the desk of the ${role}`, async ({ page, shop }) => {
    test.setTimeout(180_000 + paths.length * 10_000);
    const answer = await page.request.post("/sign-in", {
      form: { phone: PHONES[role as keyof typeof DESKS], password: DEMO_PASSWORD },
      maxRedirects: 0,
    });
    expect(answer.status()).toBeLessThan(400);
    for (const path of paths) await check(page, path);
    if (role === "agent") {
      for (const path of Object.values(await askForConsent(shop.origin))) await check(page, path);
      await page.goto("/agent");
      const helped = page
        .getByRole("listitem")
        .filter({ hasText: "Hộ Sùng Mẫu Pó" })
        .locator('input[name="household"]');
      const slug = await helped.inputValue();
      await check(page, `/agent/acting?household=${slug}`, 409);
      const act = (form: Record<string, string>) =>
        page.request.post("/agent/acting", { form, maxRedirects: 0 });
      await act({ household: slug });
      await page.goto(`/household/profile?household=${slug}`);
      await act({ stop: "1" });
      await page.getByRole("button", { name: "Gửi duyệt" }).click();
      await expect(page.getByRole("button", { name: / và gửi$/ })).toBeVisible();
      await checkOpened(page, "/agent/acting/form");
      // What its phone shows without a line, now that the desk was open on it.
      await check(page, "/offline/sheets#new");
      await check(page, "/en/offline/sheets");
    }
    if (role === "department") {
      await page.goto("/department/helpers");
      const helper = page.locator('main a[href^="/department/helpers/agents/usr_"]').first();
      const path = (await helper.getAttribute("href")) ?? "";
      for (const rest of ["", "/password", "/retirement"]) await check(page, path + rest);
      const handed = await handCodeToHousehold(shop.origin);
      for (const one of handed.department) await check(page, one);
      const form = { phone: handed.phone, password: DEMO_PASSWORD };
      await page.request.post("/sign-in", { form, maxRedirects: 0 });
      for (const one of handed.household) await check(page, one);
    }
    if (role !== "household") return;
    for (const path of Object.values(await beginListings(shop.origin))) await check(page, path);
    await check(page, `/household/products/${await harvestSlug(shop.origin)}/harvest`);
    // What its phone shows without a line, now that a desk was open on it.
    await check(page, "/offline/listing#new");
    await check(page, "/en/offline/listing");
  });
}

test("a household whose number has changed, and the department before it", async ({
  page,
  shop,
}) => {
  test.setTimeout(120_000);
  const { cookie, ...paths } = await changePhoneOf(shop.origin, {
    name: "Hộ Mẫu Đổi Số",
    slug: "ho-mau-doi-so",
    numbers: { from: "0900 000 655", to: "0900 000 656", next: "0900 000 657" },
  });
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: shop.origin }]);
  for (const path of ["/account/phone", paths.codePage, "/household", "/household/entry-codes"]) {
    await check(page, path);
  }
  const form = { phone: PHONES.department, password: DEMO_PASSWORD };
  await page.request.post("/sign-in", { form, maxRedirects: 0 });
  await check(page, paths.departmentPage);
  await check(page, paths.undoPage);
});

test("the money desk with money on it", async ({ page, shop }) => {
  test.setTimeout(120_000);
  await page.goto("/products");
  const product = await page.locator('main a[href^="/products/"]').first().getAttribute("href");
  const { refundAccount, ...desk } = await moneyPaths(shop, product ?? "");
  await check(page, refundAccount);
  await check(page, refundAccount.replace("/refund-account", ""));
  const form = { phone: PHONES.department, password: DEMO_PASSWORD };
  await page.request.post("/sign-in", { form, maxRedirects: 0 });
  for (const path of Object.values(desk)) await check(page, path);
});

test("the desks of a request, from its first word to the department's", async ({
  page,
  shop,
  browser,
}) => {
  test.setTimeout(180_000);
  const signIn = async (one: Page, phone: string) => {
    const form = { phone, password: DEMO_PASSWORD };
    const answer = await one.request.post(`${shop.origin}/sign-in`, { form, maxRedirects: 0 });
    expect(answer.status()).toBeLessThan(400);
  };
  const { requested, requestCode } = await placeReturned(shop.origin);
  await signIn(page, PHONES.household);
  const desk = `/household/returns/${requestCode}`;
  await check(page, desk);
  await check(page, `/household/orders/${requested.code}-1`);
  await page.request.post(desk, { form: { to: "declined", note: "Hàng gửi đi còn nguyên." } });
  await check(page, desk);
  const buyer = returnsPath(requested, `/${requestCode}`);
  await check(page, buyer);
  await page.request.post(buyer, { form: { to: "disputed", note: "" } });
  const context = await browser.newContext({ baseURL: shop.origin });
  const officer = await context.newPage();
  await signIn(officer, PHONES.department);
  await check(officer, "/department/returns");
  await check(officer, `/department/returns/${requestCode}`);
  await context.close();
});

test("the desks of a lot, before, during and after its recall", async ({ page, shop, browser }) => {
  test.setTimeout(240_000);
  const signIn = async (one: Page, phone: string) => {
    const form = { phone, password: DEMO_PASSWORD };
    const answer = await one.request.post(`${shop.origin}/sign-in`, { form, maxRedirects: 0 });
    expect(answer.status()).toBeLessThan(400);
  };
  await signIn(page, PHONES.household);
  const context = await browser.newContext({ baseURL: shop.origin });
  const officer = await context.newPage();
  await signIn(officer, PHONES.department);
  await page.goto("/household/products");
  const own = await page
    .locator('main a[href^="/household/products/"]:not([href$="/new"]):not([href$="/table"])')
    .first()
    .getAttribute("href");
  const productPath = (own ?? "").replace("/household", "");
  const sent = await placeOrder(shop.origin, { productPath, method: "cod" });
  const parcel = `/household/orders/${sent.code}-1`;
  await page.request.post(`${parcel}/confirmation`);
  await page.request.post(`${parcel}/shipment`, { form: { carrier: "self" } });
  await check(page, `${parcel}/parcel`);
  const order = await placeOrder(shop.origin, { productPath, method: "cod" });
  await check(page, `/household/orders/${order.code}-1`);
  const code = /L\d{6}-\w{5}/.exec((await page.getByRole("main").textContent()) ?? "")?.[0] ?? "";
  const desk = `/household/lots/${code}`;
  for (const path of [desk, `${desk}/documents`, `${desk}/labels`, `${desk}/recall`]) {
    await check(page, path);
  }
  await check(officer, `/department/lots/${code}/recall`);
  const form = { reason: "Nắp chai hở, hàng hỏng.", instruction: "Đừng ăn, gọi nơi bán." };
  await page.request.post(`${desk}/recall`, { form });
  for (const path of [desk, `${desk}/labels`, `${desk}/buyers`, `/lots/${code}`, order.path]) {
    await check(page, path);
  }
  await check(page, `/household/orders/${order.code}-1`);
  for (const rest of ["", "/buyers", "/lifting"]) {
    await check(officer, `/department/lots/${code}${rest}`);
  }
  await check(officer, "/department/lots");
  // Other journeys of this shop find it as it was.
  const lifting = { reason: "Kiểm nghiệm đạt yêu cầu." };
  await officer.request.post(`/department/lots/${code}/lifting`, { form: lifting });
  await check(page, `/lots/${code}`);
  await context.close();
});
