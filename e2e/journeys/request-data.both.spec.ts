import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

test("an officer takes a household's data for a request, as long as it is open", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await signInByForm(page, PHONES.department);
  await page.goto("/department/compliance/new?kind=authority_information");
  await page.getByLabel("Bên yêu cầu").fill("Cơ quan Thuế mẫu");
  await page.getByLabel("Nhận bằng cách nào").selectOption({ label: "Công văn, thư" });
  await page.getByLabel("Ngày nhận").fill(today);
  await page.getByLabel("Giờ nhận").fill("00:00");
  await page.getByLabel("Nội dung yêu cầu").fill("Cung cấp thông tin người bán.");
  await page.getByLabel("Yêu cầu về").selectOption({ label: "Hộ bán hàng" });
  await page
    .getByLabel("Địa chỉ trang, mã hoặc số điện thoại")
    .fill("/households/hop-tac-xa-mau-dong-xanh");
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(page.getByText("Đã ghi vào sổ.")).toBeVisible();
  await checkIfScripted(page, info);

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải dữ liệu" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^du-lieu-crq_.+\.zip$/);
  await page.reload();
  await expect(page.getByText("Đã tải dữ liệu để cung cấp")).toBeVisible();

  await page.getByLabel("Đã thực hiện").check();
  await page.getByLabel("Đã làm gì, trả lời thế nào; nếu từ chối thì vì sao").fill("Đã gửi tệp.");
  await page.getByRole("button", { name: "Trả lời", exact: true }).click();
  await expect(page.getByText("Đã ghi trả lời.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tải dữ liệu" })).toHaveCount(0);
});
