import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm, test } from "../support/journey";

test("a product is taken down, and what it said stays readable for the department", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  await page.goto("/households/hop-tac-xa-mau-nui-doi");
  const address = await page.locator("a[href^='/products/']").last().getAttribute("href");
  const slug = address?.split("/").at(-1) ?? "";
  await page.goto(`/products/${slug}`);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await signInByForm(page, PHONES.department);
  await page.goto(`/department/products/${slug}/takedown`);
  await checkIfScripted(page, info);
  await page.getByRole("button", { name: "Gỡ sản phẩm khỏi trang bán" }).click();
  await expect(page.getByRole("alert")).toContainText("lý do");
  await page.getByLabel("Lý do gỡ").fill("Ghi sai xuất xứ.");
  await page.getByRole("button", { name: "Gỡ sản phẩm khỏi trang bán" }).click();
  await expect(page.getByText("Đã gỡ sản phẩm.")).toBeVisible();
  await expect(page.getByText("Đã gỡ. Lý do: Ghi sai xuất xứ.")).toBeVisible();
  await expect(page.getByText("Gỡ vì lý do khác")).toBeVisible();
  await checkIfScripted(page, info);
  expect((await page.request.get(`/products/${slug}`)).status()).toBe(404);

  await test.step("the takedown log leads to the copy, with its words and until when it stays", async () => {
    await page.goto("/department/compliance?kind=takedown&state=all");
    await page.getByRole("link", { name: "Xem các bản đã giữ" }).click();
    await expect(page.getByText("Giữ nội dung đã gỡ ít nhất 1 năm.")).toBeVisible();
    await checkIfScripted(page, info);
    await page.getByRole("link", { name }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByText("Ghi sai xuất xứ.")).toBeVisible();
    await expect(page.getByText("Giữ đến hết ngày")).toBeVisible();
    await checkIfScripted(page, info);
  });
});
