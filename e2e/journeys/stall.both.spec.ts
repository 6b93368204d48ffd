import { checkAccessibility } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

/** What a household takes to the market: its book, and cards for its goods. */

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInByForm(page, PHONES.household);
});

test("a household writes down what it sold at the market, and strikes out what was wrong", async ({
  page,
}, testInfo) => {
  await page.goto("/household");
  await page.getByRole("link", { name: "Sạp ở chợ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sạp ở chợ");
  await expect(page.getByText("Chưa có tài khoản nhận tiền")).toBeVisible();

  const note = page.getByRole("region", { name: "Ghi tiền bán được" });
  await note.getByLabel("Số tiền").fill("1,5");
  await note.getByLabel("Bán gì").fill("2 cân cam");
  await note.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(page.getByRole("alert")).toContainText("Số tiền phải là số đồng nguyên");
  await expect(note.getByLabel("Bán gì")).toHaveValue("2 cân cam");

  await note.getByLabel("Số tiền").fill("61.000");
  await note.getByRole("radio", { name: "Chuyển khoản, quét QR" }).check();
  await note.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã ghi vào sổ");
  const book = page.getByRole("region", { name: /^Sổ tháng/ });
  await expect(book).toContainText("tiền mặt 0 đ, chuyển khoản 61.000 đ");
  await expect(book.getByRole("listitem")).toContainText("2 cân cam");
  if (testInfo.project.use.javaScriptEnabled !== false) {
    await checkAccessibility(page, "/household/stall");
  }

  await book.getByRole("button", { name: "Gạch bỏ 61.000 đ" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã gạch bỏ");
  await expect(book.getByRole("listitem")).toContainText("đã gạch bỏ");
  await expect(book).toContainText("tiền mặt 0 đ, chuyển khoản 0 đ");
});

test("a household prints price cards for the goods that it chooses, eight a sheet", async ({
  page,
}) => {
  await page.goto("/household/products");
  await page.getByRole("link", { name: "In thẻ giá cho sạp" }).click();
  const cards = page.getByRole("list", { name: "Tờ thẻ giá" }).getByRole("listitem");
  const count = await cards.count();
  expect(count).toBeGreaterThan(1);
  for (const picture of await cards.getByRole("img").all()) {
    const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  }
  await page.getByText(`Chọn sản phẩm (${count} thẻ)`).click();
  const boxes = page.getByRole("checkbox");
  for (const box of (await boxes.all()).slice(1)) await box.uncheck();
  await page.getByRole("button", { name: "Xem thẻ đã chọn" }).click();
  await expect(cards).toHaveCount(1);
  await expect(page.getByText("Chọn sản phẩm (1 thẻ)")).toBeVisible();
});
