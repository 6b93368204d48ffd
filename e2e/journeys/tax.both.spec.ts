import { checkIfScripted } from "../support/check-accessibility";
import { checkLedgerFile } from "../support/check-ledger-file";
import { expect, PHONES, openSignedIn } from "../support/journey";
import { placeReturned } from "../support/returned-order";
import { test } from "../support/own-shop";

/**
 * Two people switch withholding on; the household sees what is kept back of its sale, and its year; the month is filed.
 * A shop of its own: withholding is switched on for everyone.
 */

test.setTimeout(120_000);

test("from the switch and its second person to the household's money and the month's list", async ({
  browser,
  shop,
}, info) => {
  const first = await openSignedIn(browser, PHONES.department);
  await first.goto("/department/tax");
  await expect(first.getByText("Hôm nay chợ không khấu trừ thuế.")).toBeVisible();
  await first.getByRole("link", { name: "Đề nghị thuế suất mới" }).click();
  await first.locator("input[name=taxClass][value=processed]").check();
  await first.getByLabel("Thuế GTGT (%)").fill("25");
  await first.getByLabel("Thuế TNCN (%)").fill("0,5");
  await first.getByLabel("Căn cứ pháp lý").fill("Nghị định thử");
  await first.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(first.getByText("Tỷ lệ là số phần trăm từ 0 đến 20").first()).toBeVisible();
  await first.getByLabel("Thuế GTGT (%)").fill("1,25");
  await first.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(first.getByText("1,25 %")).toBeVisible();
  await expect(first.getByText("Chờ người thứ hai đồng ý.").last()).toBeVisible();
  await first.getByRole("button", { name: /^Rút lại: Hàng khác/ }).click();
  await expect(first.getByText("Đã rút lại.")).toBeVisible();
  await first.getByRole("link", { name: "Đề nghị bật hoặc tắt" }).click();
  await first.getByLabel("Bật khấu trừ").check();
  await first.getByLabel("Lý do").fill("Theo công văn của cơ quan thuế");
  await first.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(first.getByText("Đã gửi. Chờ người thứ hai đồng ý.")).toBeVisible();
  await expect(first.getByRole("button", { name: /^Đồng ý/ })).toHaveCount(0);

  const second = await openSignedIn(browser, PHONES.secondOfficer);
  await second.goto("/department/tax");
  await second.getByRole("button", { name: /^Đồng ý/ }).click();
  await expect(second.getByText("Hôm nay chợ đang khấu trừ thuế.")).toBeVisible();
  await checkIfScripted(second, info);

  const { delivered } = await placeReturned(shop.origin);
  const household = await openSignedIn(browser, PHONES.household);
  await household.goto("/household/earnings");
  await expect(household.getByText("Thuế khấu trừ").first()).toBeVisible();
  await expect(
    household.getByText(/^Năm \d{4} bạn đã bán .*\sđ\. Trên 1\.000\.000\.000/),
  ).toBeVisible();
  await checkIfScripted(household, info);
  await household.goto(`/household/orders/${delivered.code}-1`);
  await expect(household.getByText("Thuế chợ khấu trừ")).toBeVisible();

  await second.getByRole("link", { name: "Thuế khấu trừ theo tháng" }).click();
  await expect(second.getByRole("row")).toHaveCount(2);
  await checkIfScripted(second, info);
  const csv = await second.getByRole("link", { name: "Tải bảng (CSV)" }).getAttribute("href");
  const file = await (await second.request.get(csv ?? "")).text();
  expect(file.trim().split("\r\n")).toHaveLength(2);
  await second.goto("/department/tax");
  await second.getByRole("link", { name: "Doanh thu năm của hộ" }).click();
  await expect(second.getByRole("columnheader", { name: "So với mức" })).toBeVisible();
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});
