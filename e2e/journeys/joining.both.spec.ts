import type { Page } from "@playwright/test";
import sharp from "sharp";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm } from "../support/journey";
import { passJoining } from "../support/pass-joining";
import { test } from "../support/own-shop";

/** Who joins is told what is asked, sends it, is sent back with a reason, sends again, and is approved at the end; then the terms change. */

const NAME = "Hộ Mẫu Giàng Thị Say";
const PHONE = "0900 000 877";
const REASON = "Ảnh mờ, xin chụp lại cho rõ chữ.";

async function photo() {
  const background = "#d8d2c4";
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: "giay.jpg", mimeType: "image/jpeg", buffer };
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

async function register(page: Page) {
  await page.goto("/register");
  await page.getByRole("textbox", { name: "Số điện thoại" }).fill(PHONE);
  await press(page, "Gửi mã cho tôi");
  const told = await page.getByText(/Mã của bạn là \d{6}/).innerText();
  await page.getByRole("textbox", { name: "Mã 6 số" }).fill(/\d{6}/.exec(told)?.[0] ?? "");
  await press(page, "Xong");
  await page.getByRole("textbox", { name: "Tên hộ hoặc cơ sở" }).fill(NAME);
  await page.getByLabel("Họ và tên người phụ trách").fill("Giàng Thị Say");
  await page.getByLabel("Xã, phường, đặc khu").selectOption({ label: "Xã Mèo Vạc" });
  await page.getByLabel("Thôn, bản, ấp, số nhà").fill("thôn Tìa Chí Dùa");
  await page.getByRole("checkbox", { name: /Tôi đồng ý/ }).check();
  await page.getByRole("checkbox", { name: /điều khoản người bán/ }).check();
  await press(page, "Gửi đăng ký");
}

/** A product with its photo that is not sent yet; answers its address. */
async function draftOf(page: Page): Promise<string> {
  await page.goto("/household/products/new");
  const next = () => press(page, "Đi tiếp");
  await page.getByLabel("Chọn ảnh có sẵn").setInputFiles(await photo());
  await press(page, "Lưu ảnh, đi tiếp");
  await page.getByRole("link", { name: "Thực phẩm" }).click();
  await press(page, "Mật ong và nông sản thực phẩm khác");
  await page.getByLabel("Tên sản phẩm").fill("Mật ong của hộ mới");
  await next();
  await press(page, "Chai");
  await page.getByLabel("1 chai = ?").fill("500");
  await next();
  await page.getByLabel("Giá bán").fill("150.000");
  await next();
  await page.getByLabel("Có mấy phần như trên").fill("12");
  await page.getByLabel("Ngày thu hoạch hoặc ngày làm").fill("2026-11-01");
  await next();
  await press(page, "Chưa gửi: lưu lại");
  await expect(page.getByRole("status").first()).toContainText("Đã lưu bản nháp");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test("a household joins: what is asked, sent, sent back, sent again, seen, approved", async ({
  browser,
  page: household,
}, info) => {
  test.setTimeout(180_000);
  const officer = await browser.newPage();
  const row = (page: Page, title: string) =>
    page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  const openItem = async (title: string) => {
    await officer.goto("/department/approvals");
    const dossier = officer.getByRole("article").filter({ hasText: NAME });
    await dossier.getByRole("link", { name: /^Hồ sơ gia nhập/ }).click();
    await officer.getByRole("link", { name: title }).click();
  };

  await test.step("the department asks for one thing more, and orders its list", async () => {
    await signInByForm(officer, PHONES.department);
    await officer.goto("/department/households");
    await officer.getByRole("link", { name: "Danh sách gia nhập" }).click();
    await officer.getByRole("link", { name: "Thêm mục" }).click();
    await officer.getByRole("radio", { name: /^Máy tự biết/ }).check();
    await press(officer, "Lưu");
    await expect(officer.getByRole("alert").first()).toContainText("Xin chọn điều máy biết.");
    await officer.getByRole("radio", { name: /^Hộ tự xác nhận/ }).check();
    await officer.getByLabel("Tên mục hoặc câu xác nhận").fill("Tôi đóng gói trong vòng 2 ngày.");
    await officer.getByLabel("Tên mục bằng tiếng Anh").fill("I pack within 2 days.");
    await press(officer, "Lưu");
    await expect(officer.getByText("Đã thêm mục.")).toBeVisible();
    await press(officer, "Đưa lên trên: Tôi đóng gói trong vòng 2 ngày.");
    await expect(officer.getByText("Đã đổi thứ tự.")).toBeVisible();
    await expect(officer.getByRole("main").getByRole("listitem").nth(5)).toContainText(
      "Tôi đóng gói trong vòng 2 ngày.",
    );
  });

  await test.step("a household registers and reads what is asked", async () => {
    await register(household);
    await expect(household.getByText("Hồ sơ gia nhập còn 5 việc cần làm")).toBeVisible();
    await household.goto("/household/supply");
    const countsLater = "tính vào bảng của Tổ điều phối từ khi được duyệt";
    await expect(household.getByText(countsLater)).toBeVisible();
    await household.goto("/household");
    await household.getByRole("link", { name: "Xem hồ sơ gia nhập" }).click();
    await expect(row(household, "Căn cước của người phụ trách")).toContainText("Cần làm");
  });

  await test.step("the department cannot approve it yet, and is told why", async () => {
    await officer.goto("/department/approvals");
    await officer.getByRole("button", { name: `Duyệt ${NAME}` }).click();
    await expect(officer.getByRole("alert")).toContainText("còn mục bắt buộc chưa xong");
  });

  await test.step("the household says yes to a sentence", async () => {
    await row(household, "Tôi chỉ bán hàng do hộ").getByRole("link").click();
    await press(household, "Tôi xác nhận điều trên");
    await expect(household.getByText("Đã ghi lời xác nhận.")).toBeVisible();
    await expect(row(household, "Tôi chỉ bán hàng do hộ")).toContainText("Đã xong");
  });

  await test.step("it sends a photo of its food-safety paper; nothing chosen is said", async () => {
    await row(household, "Giấy an toàn thực phẩm").getByRole("link").click();
    await press(household, "Gửi cho Sở");
    await expect(household.getByRole("alert").first()).toContainText("Xin chọn ít nhất một ảnh");
    await household.getByLabel("Ảnh chụp hoặc tệp PDF").setInputFiles(await photo());
    await press(household, "Gửi cho Sở");
    await expect(household.getByText("Đã gửi cho Sở xem.")).toBeVisible();
    await expect(row(household, "Giấy an toàn thực phẩm")).toContainText("Sở đang xem");
  });

  await test.step("the officer looks at it and sends it back with a reason", async () => {
    await openItem("Giấy an toàn thực phẩm");
    const file = await officer.getByRole("link", { name: "Tệp 1 (ảnh)" }).getAttribute("href");
    const answer = await officer.request.get(file ?? "");
    expect(answer.headers()["content-type"]).toBe("image/jpeg");
    expect((await household.request.get(file ?? "")).status()).toBe(403);
    await officer.getByRole("radio", { name: /^Gửi lại cho hộ/ }).check();
    await press(officer, "Ghi quyết định");
    await expect(officer.getByRole("alert").first()).toContainText("Xin ghi lý do");
    await officer.getByLabel("Lý do hoặc ghi chú").fill(REASON);
    await press(officer, "Ghi quyết định");
    await expect(officer.getByText("Đã ghi quyết định.")).toBeVisible();
    await expect(row(officer, "Giấy an toàn thực phẩm")).toContainText(REASON);
  });

  await test.step("the household reads why, and sends another", async () => {
    await household.goto("/household");
    const sentBack = household.getByRole("alert").filter({ hasText: "Sở gửi lại 1 mục" });
    await expect(sentBack).toContainText(REASON);
    await checkIfScripted(household, info);
    await sentBack.getByRole("link", { name: /^Giấy an toàn thực phẩm/ }).click();
    await expect(household.getByRole("heading", { level: 1 })).toContainText(
      "Giấy an toàn thực phẩm",
    );
    await household.goto("/household/joining");
    await expect(row(household, "Giấy an toàn thực phẩm")).toContainText("Sở gửi lại");
    await expect(row(household, "Giấy an toàn thực phẩm")).toContainText(REASON);
    await row(household, "Giấy an toàn thực phẩm").getByRole("link").click();
    await household
      .getByLabel("Ảnh chụp hoặc tệp PDF")
      .setInputFiles([await photo(), { ...(await photo()), name: "mat-sau.jpg" }]);
    await press(household, "Gửi cho Sở");
    await expect(household.getByText("Đã gửi cho Sở xem.")).toBeVisible();
  });

  await test.step("the officer has seen it; what is left is waived, and the household approved", async () => {
    await openItem("Giấy an toàn thực phẩm");
    await expect(officer.getByRole("link", { name: "Tệp 2 (ảnh)" })).toBeVisible();
    await officer.getByRole("radio", { name: /^Đã xem, đúng/ }).check();
    await press(officer, "Ghi quyết định");
    await expect(row(officer, "Giấy an toàn thực phẩm")).toContainText("Đã xong");
    await passJoining(officer, NAME);
    await officer.goto("/department/approvals");
    await officer.getByRole("button", { name: `Duyệt ${NAME}` }).click();
    await expect(officer.getByRole("status").first()).toContainText("Đã duyệt");
    await household.goto("/household");
    await expect(household.getByText("Sở Công Thương đang xem hồ sơ của hộ")).toHaveCount(0);
    await expect(household.getByText(/còn \d việc cần làm/)).toHaveCount(0);
    await household.goto("/household/supply");
    await expect(household.getByText(/tính vào bảng của Tổ điều phối/)).toHaveCount(0);
    await household.goto("/household/joining");
    await expect(row(household, "Tôi đóng gói")).toContainText("Đã xem tận nơi ở xã");
  });

  await test.step("new terms are published, asked for, and nothing is sent before they are agreed to", async () => {
    const slug = await draftOf(household);
    await officer.goto("/department/households");
    await officer.getByRole("main").getByRole("link", { name: "Điều khoản người bán" }).click();
    await officer.getByRole("link", { name: "Công bố phiên bản mới" }).click();
    await officer.getByLabel("Điểm mới, trong một câu").fill("Thêm điều về hàng lỗi.");
    await officer.getByLabel("Điểm mới bằng tiếng Anh").fill("A part about faulty goods.");
    await press(officer, "Công bố, không sửa được nữa");
    await expect(officer.getByRole("alert").first()).toContainText("Xin ghi ngày có hiệu lực.");
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await officer.getByLabel("Có hiệu lực từ ngày").fill(today);
    await press(officer, "Công bố, không sửa được nữa");
    await expect(officer.getByText("Đã công bố phiên bản mới.")).toBeVisible();
    await household.goto(`/household/products/${slug}`);
    await press(household, "Gửi duyệt");
    await expect(household.getByRole("alert").first()).toContainText("chưa đồng ý với điều khoản");
    await household.goto("/household");
    await household.getByRole("link", { name: "Đọc điều khoản" }).click();
    await press(household, "Hộ chúng tôi đồng ý phiên bản 2");
    await expect(household.getByText("Đã ghi: hộ đồng ý với điều khoản.")).toBeVisible();
    await expect(household.getByRole("link", { name: /phiên bản 1/ })).toBeVisible();
    await household.goto(`/household/products/${slug}`);
    await press(household, "Gửi duyệt");
    await expect(household.getByRole("status").first()).toContainText("Đã gửi");
  });
  await officer.close();
});
