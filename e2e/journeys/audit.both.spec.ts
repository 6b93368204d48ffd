import { checkAccessibility, checkIfScripted } from "../support/check-accessibility";
import { expect, signInByForm, test } from "../support/journey";

test("an officer finds out who did what, what stood before, and takes it along", async ({
  page,
}, info) => {
  await signInByForm(page, "0900000004");
  const consumer = `Hệ thống xem nhật ký ${info.project.name}`;
  await page.goto("/department/data-keys/new");
  await page.getByLabel("Đơn vị, hệ thống dùng khóa").fill(consumer);
  await page.getByLabel("Dùng đến hết ngày").fill("31/12/2026");
  await page.getByRole("button", { name: "Cấp khóa" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã cấp khóa");

  await page.goto("/department");
  await page.getByRole("link", { name: "Nhật ký hệ thống" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhật ký hệ thống");
  await checkIfScripted(page, info);
  await page.getByLabel("Việc đã làm").selectOption("data_key.issue");
  await page.getByLabel("Bên thực hiện").selectOption("department_officer");
  await page.getByRole("button", { name: "Xem nhật ký" }).click();
  const first = page.getByRole("row").filter({ hasText: "Cấp khóa dữ liệu" }).first();
  await expect(first).toContainText("Cán bộ Sở");
  await first.getByText("Nội dung thay đổi").click();
  await expect(first).toContainText(consumer);
  await first.getByRole("link", { name: "Xem toàn văn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cấp khóa dữ liệu");
  await expect(page.getByRole("main")).toContainText(consumer);
  await checkIfScripted(page, info);
  await page.getByRole("link", { name: "Xem riêng mục này" }).click();
  await expect(page.getByLabel("Loại đối tượng")).toHaveValue("data_key");
  await expect(page.getByRole("row")).not.toHaveCount(0);

  const address = new URL(page.url());
  const file = await page.request.get(`/department/audit.csv${address.search}`);
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(await file.text()).toContain("data_key.issue");
});

test("what cannot be asked is said at its field, and nothing typed is lost", async ({
  page,
}, info) => {
  await signInByForm(page, "0900000004");
  await page.goto("/department/audit");
  await page.getByLabel("Loại đối tượng").selectOption("order");
  await page.getByLabel("Mã hoặc đường dẫn của đối tượng").fill("UQ0000000-9");
  await page.getByLabel("Hộ", { exact: true }).fill("ho-khong-co");
  await page.getByRole("button", { name: "Xem nhật ký" }).click();
  await expect(page.getByRole("alert")).toContainText("Xin xem lại");
  await page.getByRole("link", { name: "Không tìm thấy hộ này." }).click();
  await expect(page).toHaveURL(/#audit-household$/);
  await expect(page.locator("#audit-subject-fault")).toContainText("Không tìm thấy đối tượng này.");
  await expect(page.getByLabel("Mã hoặc đường dẫn của đối tượng")).toHaveValue("UQ0000000-9");
  if (info.project.name === "with JavaScript") {
    const { pathname, search } = new URL(page.url());
    await checkAccessibility(page, pathname + search, 400);
  }
  await page.getByRole("link", { name: "Bỏ lọc" }).click();
  await expect(page.getByRole("heading", { name: "Các việc đã ghi" })).toBeVisible();
});

test("a household in the list leads to its own log", async ({ page }) => {
  await signInByForm(page, "0900000004");
  await page.goto("/department/households");
  await page
    .getByRole("link", { name: /^Nhật ký của / })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhật ký hệ thống");
  await expect(page.getByLabel("Hộ", { exact: true })).not.toHaveValue("");
});
