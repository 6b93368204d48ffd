import { checkLedgerFile } from "../support/check-ledger-file";
import {
  amountIn,
  buyFromProductPage,
  dong,
  expect,
  payInSimulator,
  reloadUntil,
  openSignedIn,
} from "../support/journey";
import { test } from "../support/own-shop";

/**
 * Who has not paid yet pays otherwise: from a telecom's wallet, or by QR once the parcel is there.
 * A shop of its own: its ledger is checked in the end.
 */

const HONEY = "Mật ong bạc hà Mèo Vạc"; // the sample household's

test("from transfer to the door, and paid there by QR", async ({ browser, shop, page }) => {
  test.setTimeout(120_000);
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("main").getByRole("link", { name: HONEY }).first().click();
  const buyer = { name: "Trần Thị Mẫu", phone: "0900 000 571", method: "vietqr" } as const;
  const code = await buyFromProductPage(page, buyer);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ chuyển khoản");

  await test.step("Mobile Money says how", async () => {
    await page.getByRole("link", { name: "Đổi cách trả tiền" }).click();
    await page.getByRole("radio", { name: /^Mobile Money/ }).check();
    await page.getByRole("button", { name: "Chọn cách này" }).click();
    await expect(page.getByText(/^Mở Viettel Money/)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chờ chuyển khoản");
  });

  await test.step("at the door instead: the order is on its way to the seller", async () => {
    await page.getByRole("link", { name: "Đổi cách trả tiền" }).click();
    await page.getByRole("radio", { name: /^Quét mã VietQR khi nhận hàng/ }).check();
    await page.getByRole("button", { name: "Chọn cách này" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã đặt hàng");
    await expect(page.getByRole("link", { name: "Đổi cách trả tiền" })).toHaveCount(0);
    await page.goto(page.url().replace("?", "/method?"));
    await expect(page.getByText(/^Đơn này không đổi cách trả tiền được nữa/)).toBeVisible();
    await page.getByRole("main").getByRole("link").last().click();
  });
  const total = amountIn(
    await page
      .getByRole("status")
      .filter({ hasText: /khi nhận hàng$/ })
      .textContent(),
  );

  const household = await openSignedIn(browser, "0900000002");

  await test.step("the household brings it and holds out its code", async () => {
    await household.goto(`/household/orders/${code}-1`);
    await household.getByRole("button", { name: "Nhận đơn này" }).click();
    await household.getByLabel("Bên giao hàng").selectOption({ label: "Tự giao" });
    await household.getByRole("button", { name: "Đã gửi hàng đi" }).click();
    const due = household.getByText(`Khách trả bằng mã QR khi nhận: ${dong(total)}`);
    await expect(due).toBeVisible();
    await household.getByText("Khách muốn trả bằng mã QR").click();
    const source = await household.getByRole("img", { name: /QR/ }).getAttribute("src");
    const drawn = await household.request.get(source ?? "");
    expect(await drawn.text()).toContain(code);
    expect((await page.request.get(source ?? "", { maxRedirects: 0 })).status()).toBe(302);
  });

  await test.step("the buyer pays, and nothing is to be collected any more", async () => {
    await payInSimulator(page);
    await reloadUntil(page, page.getByText(`Đã nhận đủ ${dong(total)}`).first());
    await household.getByRole("link", { name: "Xem tiền đã vào chưa" }).click();
    await expect(household.getByText("Khách đã chuyển khoản. Không thu thêm tiền.")).toBeVisible();
    await household.getByRole("button", { name: "Khách đã nhận hàng" }).click();
    await reloadUntil(page, page.getByText(/^Đã giao hàng$/).first());
  });

  await household.close();
  expect(checkLedgerFile(shop.dataDir)).toEqual({ differences: [], deliveredOrders: 1 });
});

test("cash at the door, paid by QR before it comes", async ({ page }) => {
  await page.goto("/products?q=mat+ong+bac+ha+meo+vac");
  await page.getByRole("main").getByRole("link", { name: HONEY }).first().click();
  const buyer = { name: "Trần Thị Mẫu", phone: "0900 000 572", method: "cod" } as const;
  await buyFromProductPage(page, buyer);
  await page.getByText("Trả ngay bằng mã QR, khỏi trả tiền mặt").click();
  await payInSimulator(page, { amount: "50000" });
  // What has come by transfer makes it an order by QR: the code lies open, and asks for the rest.
  await reloadUntil(page, page.getByText("Quét mã VietQR khi nhận hàng").first());
  await payInSimulator(page);
  await reloadUntil(page, page.getByText(/^Đã nhận đủ /).first());
});
