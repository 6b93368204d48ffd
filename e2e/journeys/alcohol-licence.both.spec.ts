import Database from "better-sqlite3";
import type { Page } from "@playwright/test";
import { join } from "node:path";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test } from "../support/own-shop";
import type { Shop } from "../support/shop";

/**
 * Alcohol is sold while its household has a licence that the department has checked, and at no other time.
 * A shop of its own: what is for sale changes.
 */

type Drink = { slug: string; name: string; phone: string; householdName: string };

/** A drink on sale, and who signs in for its household. */
function findDrink({ dataDir }: Shop): Drink {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  try {
    const drink = database
      .prepare<[], Drink>(
        `SELECT p.slug, p.name, h.name AS householdName, u.phone FROM products p
         JOIN households h ON h.id = p.household_id
         JOIN household_members m ON m.household_id = h.id JOIN users u ON u.id = m.user_id
         WHERE p.ocop_set IN (14, 15) AND p.status = 'published' AND p.available_count > 0 LIMIT 1`,
      )
      .get();
    if (!drink) throw new Error("the demo sells no alcohol");
    return drink;
  } finally {
    database.close();
  }
}

async function become(page: Page, phone: string) {
  await page.context().clearCookies({ name: "session" });
  await signInByForm(page, phone);
}

/** Where a buyer would meet the drink: its page, the list of its kind, and the search. */
async function isOnSale(page: Page, { slug, name }: Drink): Promise<boolean[]> {
  await page.context().clearCookies({ name: "session" });
  const answer = await page.goto(`/products/${slug}`);
  const seen = [answer?.status() === 200];
  for (const list of ["/products?set=14", `/products?q=${encodeURIComponent(name)}`]) {
    await page.goto(list);
    const link = page.getByRole("main").getByRole("link", { name, exact: true });
    seen.push((await link.count()) > 0);
  }
  return seen;
}

test("drink is gone without a licence, and back after the department's check", async ({
  page,
  shop,
}) => {
  test.setTimeout(120_000);
  const drink = findDrink(shop);
  expect(await isOnSale(page, drink)).toEqual([true, true, true]);
  await page.goto(`/products/${drink.slug}`);
  await page.getByRole("button", { name: "Thêm vào giỏ" }).click();
  await expect(page).toHaveURL(/\/cart/);

  await become(page, PHONES.department);
  await page.goto("/department/lots");
  const licence = page
    .getByRole("listitem")
    .filter({ hasText: drink.householdName })
    .filter({ hasText: "Giấy phép sản xuất rượu" });
  await licence.getByRole("link", { name: /^Không chấp nhận/ }).click();
  await page.getByLabel("Lý do").fill("Nơi cấp báo đã thu hồi giấy phép này.");
  await page.getByRole("button", { name: /chấp nhận/ }).click();
  await expect(page.getByRole("main").getByRole("status").first()).toBeVisible();

  expect(await isOnSale(page, drink)).toEqual([false, false, false]);
  await page.goto(`/products/${drink.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hàng này hiện không bán");
  await page.goto("/cart");
  await expect(
    page.getByText("Người bán hiện không có giấy phép bán rượu còn hạn. Xin bỏ ra khỏi giỏ."),
  ).toBeVisible();

  await become(page, drink.phone);
  await page.goto("/household");
  await expect(page.getByRole("alert")).toContainText("Rượu của hộ chưa được bán");
  await page.getByRole("alert").getByRole("link", { name: "Mã số thuế và giấy phép" }).click();
  await expect(page.getByText("Nơi cấp báo đã thu hồi giấy phép này.")).toBeVisible();
  await page.getByLabel("Mã số thuế").fill("0300588568");
  await page.getByRole("button", { name: "Lưu mã số thuế" }).click();
  await expect(page.getByRole("alert").first()).toContainText(/Mã số thuế không đúng/);
  await page.getByLabel("Mã số thuế").fill("0300 588 569");
  await page.getByRole("button", { name: "Lưu mã số thuế" }).click();
  await expect(page.getByText("Đã lưu mã số thuế.")).toBeVisible();
  await expect(page.getByLabel("Mã số thuế")).toHaveValue("0300588569");

  await page.getByRole("link", { name: "Khai giấy phép" }).click();
  await page.getByRole("radio", { name: /Giấy phép sản xuất rượu/ }).check();
  await page.getByLabel("Số giấy phép").fill("07/GP-UBND");
  await page.getByLabel("Nơi cấp").fill("UBND xã");
  await page.getByLabel("Ngày cấp").fill("2026-01-05");
  await page.getByLabel("Có giá trị đến").fill("2031-01-05");
  await page.getByRole("button", { name: "Lưu giấy phép" }).click();
  await expect(page.getByText(/^Đã lưu giấy phép/)).toBeVisible();
  await expect(page.getByText("Số 07/GP-UBND")).toBeVisible();
  expect(await isOnSale(page, drink)).toEqual([false, false, false]);

  await become(page, PHONES.department);
  await page.goto("/department/lots");
  await page.getByRole("button", { name: /Số? ?.*07\/GP-UBND|07\/GP-UBND/ }).click();
  await expect(page.getByRole("main").getByRole("status").first()).toBeVisible();
  expect(await isOnSale(page, drink)).toEqual([true, true, true]);
  await page.goto("/cart");
  await expect(page.getByText(/giấy phép bán rượu/)).toHaveCount(0);
});
