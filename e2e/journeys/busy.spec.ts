import Database from "better-sqlite3";
import { join } from "node:path";
import { noticeBody, noticeHeaders } from "../support/bank-notice";
import { expect, test } from "../support/journey";
import type { Shop } from "../support/shop";

/** While another process holds the database, nobody gets a bug's page, and nothing typed is lost. */

function holdDatabase(shop: Shop) {
  const other = new Database(join(shop.dataDir, "cho-phien.sqlite"));
  other.exec("BEGIN IMMEDIATE");
  return {
    release: () => {
      other.exec("ROLLBACK");
      other.close();
    },
  };
}

test("a form is answered with a wait, and reloading that page sends it again", async ({
  page,
  shop,
}) => {
  await page.goto("/register?by=password");
  await page.getByLabel("Tên hộ hoặc").fill("Hộ Đợi Một Lát");
  await page.getByLabel("Họ và tên").fill("Lò Thị Đợi");
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill("0900 777 001");
  await page.getByLabel("Mật khẩu").fill("mat khau dai");
  await page.getByLabel("Xã, phường").selectOption({ label: "Xã Lũng Cú" });
  await page.getByLabel("Thôn, bản").fill("Thôn Lô Lô Chải");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  const held = holdDatabase(shop);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST"),
    page.getByRole("button", { name: "Gửi đăng ký" }).click(),
  ]);
  expect(answer.status()).toBe(503);
  expect(answer.headers()["retry-after"]).toBe("5");
  await expect(page.getByRole("heading", { level: 1, name: "Chợ đang bận" })).toBeVisible();
  await expect(page.getByText("Chưa có gì được lưu")).toBeVisible();
  held.release();
  await page.reload();
  await expect(page).toHaveURL(/\/household$/);
  await expect(page.getByText("Hộ Đợi Một Lát").first()).toBeVisible();
});

test("a bank is told to send its notice again, and the second one counts", async ({
  request,
  shop,
}) => {
  const body = noticeBody({ id: 910_001, amountVnd: 100_000, content: "khong co ma" });
  const send = () =>
    request.post("/webhooks/bank/sepay", {
      headers: noticeHeaders(body),
      data: Buffer.from(body),
    });
  const held = holdDatabase(shop);
  const refused = await send();
  held.release();
  expect(refused.status()).toBe(503);
  expect(refused.headers()["retry-after"]).toBe("5");
  expect(await refused.json()).toEqual({ success: false, error: "busy" });
  expect(await (await send()).json()).toEqual({ success: true });
});
