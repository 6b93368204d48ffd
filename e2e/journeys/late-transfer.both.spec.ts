import Database from "better-sqlite3";
import type { Page } from "@playwright/test";
import { join } from "node:path";
import { checkLedgerFile } from "../support/check-ledger-file";
import {
  buyFromProductPage,
  dong,
  amountIn,
  expect,
  PHONES,
  signInByForm,
  reloadUntil,
} from "../support/journey";
import { test } from "../support/own-shop";
import type { Shop } from "../support/shop";

/**
 * The QR was scanned in time and the money came after the order had run out (case 56).
 * A shop of its own: the stock of a product decides here.
 */

const BUYER = { name: "Trần Thị Mẫu", phone: "0900 000 577", method: "vietqr" } as const;
const HONEY = "/products/mat-ong-bac-ha-meo-vac";

/** Sets back until when the buyer may pay, as if the time had passed; the shop's own clock does the rest. */
function letTimeRunOut(shop: Shop, code: string): void {
  const database = new Database(join(shop.dataDir, "cho-phien.sqlite"), { timeout: 5_000 });
  const { changes } = database
    .prepare("update checkouts set pay_by = ? where code = ? and status = 'awaiting_payment'")
    .run(Date.now() - 1_000, code);
  database.close();
  expect(changes).toBe(1);
}

/** Orders, opens the bank's app with the QR in it, and leaves it there until the order has run out. */
async function orderAndWaitTooLong(shop: Shop, page: Page, bank: Page): Promise<number> {
  await page.goto(HONEY);
  const code = await buyFromProductPage(page, BUYER);
  const dueVnd = amountIn(await page.getByText(/^Chuyển khoản .* theo mã/).textContent());
  await bank.goto(
    (await page.getByRole("link", { name: "Mở ngân hàng mô phỏng" }).getAttribute("href")) ?? "",
  );
  letTimeRunOut(shop, code);
  await reloadUntil(page, page.getByRole("heading", { level: 1, name: "Đơn đã hết hạn" }));
  await expect(page.getByRole("img", { name: /Mã VietQR/ })).toHaveCount(0);
  return dueVnd;
}

const transfer = (bank: Page) => bank.getByRole("button", { name: "Chuyển tiền" }).click();

test("the money comes late, the goods are still there: the order lives again", async ({
  shop,
  page,
  context,
}) => {
  const bank = await context.newPage();
  const dueVnd = await orderAndWaitTooLong(shop, page, bank);
  await transfer(bank);
  await reloadUntil(page, page.getByRole("heading", { level: 1, name: "Đã đặt hàng" }));
  await expect(page.getByText(`Đã nhận đủ ${dong(dueVnd)} lúc`)).toBeVisible();
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});

test("the money comes late, the goods are gone: it is owed back and sent", async ({
  shop,
  page,
  context,
  browser,
}) => {
  const bank = await context.newPage();
  const dueVnd = await orderAndWaitTooLong(shop, page, bank);
  await test.step("the household has sold the rest at the market", async () => {
    const household = await browser.newPage({ baseURL: shop.origin });
    await signInByForm(household, PHONES.household);
    await household.goto("/household/products/mat-ong-bac-ha-meo-vac/stock");
    const saves = household.getByRole("button", { name: /^Lưu L/ });
    const names = await saves.allTextContents();
    expect(names.length).toBeGreaterThan(0);
    // How many lots it has depends on the day's samples, and their order on what is left of each.
    for (const name of names) {
      const lot = household
        .getByRole("listitem")
        .filter({ hasText: name.replace("Lưu", "").trim() });
      await lot.getByLabel("Còn bao nhiêu gói?").fill("0");
      await lot.getByRole("button", { name: /^Lưu L/ }).click();
      await expect(household.getByRole("status").first()).toBeVisible();
      await expect(lot.getByLabel("Còn bao nhiêu gói?")).toHaveValue("0");
    }
    await expect(household.getByText("Còn bán được 0 gói")).toBeVisible();
    await household.close();
  });
  await transfer(bank);
  const owed = page.getByRole("alert").filter({ hasText: "Chúng tôi còn nợ bạn" });
  await reloadUntil(page, owed);
  await expect(owed).toContainText(dong(dueVnd));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đơn đã hết hạn");
  await test.step("the buyer says where to, and the officer sees it", async () => {
    await owed.getByRole("link").first().click();
    await page.getByLabel("Ngân hàng hoặc ví").selectOption({ index: 1 });
    await page.getByLabel("Số tài khoản").fill("0011223344");
    await page.getByLabel(/Tên chủ tài khoản/).fill("TRAN THI MAU");
    await page.getByRole("button", { name: "Lưu tài khoản" }).click();
    const officer = await browser.newPage({ baseURL: shop.origin });
    await signInByForm(officer, PHONES.department);
    await officer.goto("/department/refunds");
    await expect(officer.getByText(dong(dueVnd)).first()).toBeVisible();
    await officer.close();
  });
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});
