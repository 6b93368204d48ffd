import type { Page } from "@playwright/test";
import { addDays, formatDate, localDateOf } from "../../app/platform/period";
import { checkLedgerFile } from "../support/check-ledger-file";
import { dong, expect, payInSimulator, waitForWords, openSignedIn } from "../support/journey";
import { test } from "../support/own-shop";

/** A shop of its own: its ledger is checked at the end. */

const HONEY = "Mật ong bạc hà Mèo Vạc"; // the sample household's
const TODAY = localDateOf(Date.now());

async function openProduct(page: Page): Promise<void> {
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("main").getByRole("link", { name: HONEY }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: HONEY })).toBeVisible();
}

/** Goes on the list; answers the address of the buyer's page. */
async function join(page: Page, packs: string, phone: string): Promise<string> {
  await openProduct(page);
  await page.getByRole("link", { name: "Đặt trước", exact: true }).click();
  await page.getByLabel("Số lượng").fill(packs);
  await page.getByLabel("Họ và tên người nhận").fill("Trần Thị Mẫu");
  await page.getByLabel("Điện thoại").fill(phone);
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Địa chỉ").fill("Thôn Lô Lô Chải");
  await page.getByRole("button", { name: "Vào danh sách đặt trước" }).click();
  return page.url();
}

test("buyers order ahead, the lot serves them in turn, and no more than the cap is promised", async ({
  browser,
  shop,
  page,
}) => {
  test.setTimeout(180_000);
  const household = await openSignedIn(browser, "0900000002");

  await test.step("the household sells what is there, then opens a list for what comes", async () => {
    await household.goto("/household/products");
    await household.getByRole("link", { name: new RegExp(HONEY) }).click();
    await household.getByRole("link", { name: "Danh sách đặt trước" }).click();
    await household.getByLabel("Thu hoạch từ ngày").fill(formatDate(addDays(TODAY, 10)));
    await household.getByLabel("Thu hoạch đến ngày").fill(formatDate(addDays(TODAY, 5)));
    await household.getByLabel("Nhận đăng ký đến hết ngày").fill("hôm qua");
    await household.getByLabel("Nhận nhiều nhất").fill("500");
    await household.getByLabel("Giá một gói cho khách").fill("250.000");
    await household.getByRole("button", { name: "Mở danh sách đặt trước" }).click();
    const problem = household.getByRole("alert").first();
    await expect(problem).toContainText("Ngày cuối thu hoạch không thể trước ngày đầu");
    await expect(problem).toContainText("Ngày chưa đúng");
    await household.getByLabel("Thu hoạch đến ngày").fill(formatDate(addDays(TODAY, 40)));
    await household.getByLabel("Nhận đăng ký đến hết ngày").fill(formatDate(addDays(TODAY, 15)));
    await household.getByRole("button", { name: "Mở danh sách đặt trước" }).click();
    await expect(household.getByText("Đang nhận", { exact: true })).toBeVisible();
  });

  let first = "";
  let second = "";
  await test.step("two buyers go on the list; a third wants more than is left", async () => {
    first = await join(page, "300", "0900 000 561");
    await expect(page.getByText("Bạn đứng đầu danh sách.")).toBeVisible();
    second = await join(page, "150", "0900 000 562");
    await expect(page.getByText("Trước bạn còn 1 người.")).toBeVisible();
    await join(page, "51", "0900 000 563");
    await expect(page.getByRole("alert").first()).toContainText("chỉ còn nhận 50 gói");
    await expect(page.getByLabel("Số lượng")).toHaveValue("51");
  });

  await test.step("a lot comes in: the first is served, the second waits", async () => {
    await household.reload();
    await expect(household.getByText("Đã đặt 450 trên 500 gói; 2 người đang chờ.")).toBeVisible();
    const { pathname } = new URL(household.url());
    await household.goto(pathname.replace("/harvest", "/stock"));
    const lot = household.locator("form", { has: household.locator("[name=stockCount]") });
    await lot.getByLabel("Đang có bao nhiêu gói").fill("320");
    await lot.getByRole("button", { name: "Thêm lô" }).click();
    await expect(household.getByText("Đã thêm lô mới.")).toBeVisible();
    await page.goto(first);
    await expect(page.getByText("Đã tới lượt")).toBeVisible();
    await page.goto(second);
    await expect(page.getByText("Bạn đứng đầu danh sách.")).toBeVisible();
  });

  await test.step("the first pays its order at the promised price", async () => {
    await page.goto(first);
    await page.getByRole("link", { name: "Xem đơn và trả tiền" }).click();
    await expect(page.getByText(dong(300 * 250_000)).first()).toBeVisible();
    await payInSimulator(page);
    await waitForWords(page, "Đã đặt hàng");
  });

  await test.step("the second leaves, and the list ends", async () => {
    await page.goto(second);
    await page.getByText("Rút khỏi danh sách").first().click();
    await page.getByRole("button", { name: "Rút khỏi danh sách" }).click();
    await expect(page.getByText("Đã rút khỏi danh sách.")).toBeVisible();
    await household.goto("/household/products");
    await household.getByRole("link", { name: new RegExp(HONEY) }).click();
    await household.getByRole("link", { name: "Danh sách đặt trước" }).click();
    await expect(household.getByText("đã trả tiền")).toBeVisible();
    await household.getByText("Kết thúc danh sách").first().click();
    await household.getByRole("button", { name: "Kết thúc danh sách" }).click();
    await expect(household.getByText("Đã kết thúc", { exact: true })).toBeVisible();
    await openProduct(page);
    await expect(page.getByRole("link", { name: "Đặt trước", exact: true })).toHaveCount(0);
  });

  await test.step("the ledger adds up, and the place is found by its number and phone", async () => {
    expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders: 0 });
    const { pathname } = new URL(second);
    await page.goto("/orders");
    await page.getByLabel("Mã đơn hàng").fill(pathname.split("/").at(-1) ?? "");
    await page.getByLabel("Điện thoại").fill("0900000562");
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page).toHaveURL(new RegExp(pathname));
    expect((await page.request.get(`${pathname}?key=x`)).status()).toBe(404);
  });
});
