import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expect, signInByForm, test } from "../support/journey";

/** A buyer's account from its first day to its last. */

const PASSWORD = "mat khau cua toi";

/** Another for each run of the file on the same shop. */
const phoneOf = (project: string) => (project.startsWith("without") ? "0900777012" : "0900777011");

async function writeAddress(page: Page, address: { name: string; line: string; commune: string }) {
  await page.getByLabel("Họ và tên người nhận").fill(address.name);
  await page.getByLabel("Điện thoại").fill("0900 777 333");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: address.commune });
  await page.getByLabel("Địa chỉ").fill(address.line);
  await page.getByRole("button", { name: "Lưu địa chỉ" }).last().click();
  await expect(page.getByText("Đã lưu địa chỉ.")).toBeVisible();
}

test("a buyer opens an account, saves, orders with the second address, takes their data and leaves", async ({
  page,
}, { project }) => {
  test.setTimeout(180_000);
  const phone = phoneOf(project.name);

  // A guest presses "save" and is led through a new account back to it.
  await page.goto("/products");
  await page.getByRole("main").getByRole("link", { name: /chè/i }).first().click();
  const product = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.getByRole("button", { name: "Lưu lại" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole("link", { name: "Tạo tài khoản mua hàng" }).click();
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Lò Thị Thử Nghiệm");
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill(phone);
  await page.getByLabel("Mật khẩu mới").fill(PASSWORD);
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible(); // nobody ticked the consent yet
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue("Lò Thị Thử Nghiệm");
  await page.getByLabel("Mật khẩu mới").fill(PASSWORD);
  await page.getByRole("checkbox", { name: /^Tôi đồng ý/ }).check();
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page).toHaveURL(/\/account\/wishes\?product=/);
  await page.getByRole("button", { name: "Lưu lại" }).click();
  await expect(page.getByText("Đã lưu sản phẩm.")).toBeVisible();
  await expect(page.getByRole("link", { name: product })).toBeVisible();

  // Two addresses.
  await page.goto("/account");
  await page.getByRole("link", { name: /^Sổ địa chỉ/ }).click();
  await page.getByRole("link", { name: "Thêm địa chỉ" }).click();
  await writeAddress(page, { name: "Lò Thị Nhà", line: "Số 1 nhà tôi", commune: "Xã Lũng Cú" });
  await page.getByRole("link", { name: "Thêm địa chỉ" }).click();
  await writeAddress(page, { name: "Lò Văn Mẹ", line: "Nhà mẹ tôi", commune: "Xã Đồng Văn" });

  // The checkout knows the first, and takes the second with one press.
  await page.goto("/account/wishes");
  await page.getByRole("button", { name: `Thêm vào giỏ: ${product}` }).click();
  await page.getByRole("button", { name: "Đặt hàng", exact: true }).click();
  await expect(page.getByLabel("Địa chỉ")).toHaveValue("Số 1 nhà tôi");
  await page.getByRole("button", { name: /Lò Văn Mẹ/ }).click();
  await expect(page.getByLabel("Địa chỉ")).toHaveValue("Nhà mẹ tôi");
  await expect(page.getByLabel("Họ và tên người nhận")).toHaveValue("Lò Văn Mẹ");
  await expect(page.getByLabel("Xã, phường, đặc khu").locator("option:checked")).toHaveText(
    "Xã Đồng Văn",
  );
  await page.getByRole("button", { name: /^Đặt hàng · / }).click();
  await expect(page).toHaveURL(/\/orders\/UQ/);
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect(page.getByText("Nhà mẹ tôi").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "tạo tài khoản" })).toHaveCount(0);

  // Their own list leads to the order; while it is open nobody can be forgotten.
  await page.goto("/account");
  await page.getByRole("link", { name: /^Đơn hàng của tôi/ }).click();
  await expect(page.getByRole("link", { name: new RegExp(code) })).toBeVisible();
  const tryToLeave = async () => {
    await page.goto("/account/deletion");
    await page.getByLabel("Mật khẩu hiện tại").fill(PASSWORD);
    await page.getByRole("checkbox", { name: /^Tôi hiểu/ }).check();
    await page.getByRole("button", { name: "Xóa tài khoản vĩnh viễn" }).click();
  };
  await tryToLeave();
  await expect(page.getByRole("alert")).toContainText("Còn 1 đơn hàng chưa xong");
  await page.goto("/orders");
  await page.getByRole("link", { name: new RegExp(code) }).click();
  await page
    .getByRole("link", { name: /[Hh]ủy/ })
    .first()
    .click();
  await page
    .getByRole("main")
    .getByRole("button", { name: /[Hh]ủy/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/orders/${code}`));
  const link = page.url();

  // Everything that is known, to read and to take away.
  await page.goto("/account/data");
  for (const words of ["Lò Thị Thử Nghiệm", "Nhà mẹ tôi", code]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  const loading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải về máy (JSON)" }).click();
  const file = JSON.parse(readFileSync(await (await loading).path(), "utf8")) as {
    format: string;
    addresses: unknown[];
    purchases: { code: string; addressLine: string }[];
  };
  expect(file).toMatchObject({
    format: "cho-phien.person-data",
    purchases: [{ code, addressLine: "Nhà mẹ tôi" }],
  });
  expect(file.addresses).toHaveLength(2);

  // Another password, and the old one opens nothing any more.
  await page.goto("/account/password");
  await page.getByLabel("Mật khẩu hiện tại").fill("sai");
  await page.getByLabel("Mật khẩu mới").fill("mat khau khac");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Mật khẩu hiện tại không đúng");
  await page.getByLabel("Mật khẩu hiện tại").fill(PASSWORD);
  await page.getByLabel("Mật khẩu mới").fill(`${PASSWORD} 2`);
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByText(/^Đã đổi mật khẩu/)).toBeVisible();

  // And gone.
  await page.goto("/account/data");
  await page.getByRole("link", { name: "Xóa tài khoản" }).click();
  await page.getByLabel("Mật khẩu hiện tại").fill(`${PASSWORD} 2`);
  await page.getByRole("checkbox", { name: /^Tôi hiểu/ }).check();
  await page.getByRole("button", { name: "Xóa tài khoản vĩnh viễn" }).click();
  await expect(page.getByText("Tài khoản đã được xóa.")).toBeVisible();
  await page.goto(link); // kept somewhere: it shows why nothing can be done with it
  await expect(page.getByRole("status")).toContainText("Người mua đã xóa tài khoản");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill(phone);
  await page.getByLabel("Mật khẩu").fill(`${PASSWORD} 2`);
  await page.getByRole("main").getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("chưa đúng");

  // The phone is free again.
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Người Mới");
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill(phone);
  await page.getByLabel("Mật khẩu mới").fill(PASSWORD);
  await page.getByRole("checkbox", { name: /^Tôi đồng ý/ }).check();
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("Người Mới").first()).toBeVisible();
  await page.goto("/orders");
  await expect(page.getByText(code)).toHaveCount(0);
});

test("who sells here is told whom to ask, and cannot be lost by a button", async ({ page }) => {
  await signInByForm(page, "0900000002");
  await page.goto("/account/deletion");
  await expect(page.getByRole("alert")).toContainText("không tự xóa được");
  await expect(page.getByRole("button", { name: /vĩnh viễn/ })).toHaveCount(0);
});
