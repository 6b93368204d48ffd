import { expect, PHONES, signInByForm, test } from "../support/journey";

/** A collection is shown as soon as the department has made it, and gone as soon as it is ended. */
test("the department makes a collection, and ends it", async ({ page, shop }) => {
  const asGuest = async (path: string) => {
    const answer = await fetch(shop.origin + path);
    return { status: answer.status, html: await answer.text() };
  };
  const name = "Ấm lòng ngày lạnh";
  const slug = "am-long-ngay-lanh";
  // Kept in memory before anything is written.
  expect((await asGuest("/")).html).not.toContain(name);
  expect((await asGuest("/collections")).html).not.toContain(name);
  expect((await asGuest(`/collections/${slug}`)).status).toBe(404);

  await signInByForm(page, PHONES.department);
  await page.goto("/department/collections");
  await page.getByRole("link", { name: "Tạo bộ sưu tập" }).click();
  await page.getByLabel("Tên", { exact: true }).fill(name);
  await page
    .getByLabel("Lời giới thiệu", { exact: true })
    .fill("Trà, mật ong cho những tối mùa đông.");
  await page.getByLabel("Đến hết ngày").fill("01/01/2020");
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText(/Xin ghi chọn theo tiêu chí nào/).first()).toBeVisible();
  await page.getByLabel("Chọn theo tiêu chí nào").fill("Uống nóng được, còn hàng hôm nay.");
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText("Ngày cuối không thể trước ngày đầu.").first()).toBeVisible();
  await expect(page.getByLabel("Tên", { exact: true })).toHaveValue(name);
  await page.getByLabel("Đến hết ngày").fill("31/12/2099");
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText("Đã tạo.")).toBeVisible();
  // Without products there is nothing to show.
  expect((await asGuest("/collections")).html).not.toContain(name);

  await page.getByLabel("Tìm theo tên, loại, hộ hoặc xã").fill("mật ong");
  await page.locator("#choose").getByRole("button", { name: "Tìm kiếm" }).click();
  const choices = page.locator("#choose").getByRole("checkbox");
  await choices.nth(0).check();
  await choices.nth(1).check();
  await page.getByRole("button", { name: "Thêm những món đã đánh dấu" }).click();
  await expect(page.getByText("Đã thêm.")).toBeVisible();
  const rows = page.locator("#products li");
  await expect(rows).toHaveCount(2);
  const second = (await rows.nth(1).locator("p").first().textContent()) ?? "";
  await page.getByRole("button", { name: `Đưa ${second} lên` }).click();
  await expect(rows.first()).toContainText(second);

  expect((await asGuest("/collections")).html).toContain(name);
  const shown = await asGuest(`/collections/${slug}`);
  expect(shown.html).toContain("Uống nóng được, còn hàng hôm nay.");

  await page.getByRole("button", { name: "Kết thúc bộ sưu tập" }).click();
  await expect(page.getByText("Đã kết thúc. Bộ sưu tập không còn hiện trên chợ.")).toBeVisible();
  expect((await asGuest("/collections")).html).not.toContain(name);
  const ended = await asGuest(`/collections/${slug}`);
  expect(ended.status).toBe(410);
  expect(ended.html).toContain("đã kết thúc");
});

test("the first of its collections stands on the home page as soon as it is changed", async ({
  page,
  shop,
}) => {
  const home = async () => (await fetch(shop.origin)).text();
  const slug = /href="\/collections\/(qua-tet-[^"]+)"/.exec(await home())?.[1] ?? "";
  await signInByForm(page, PHONES.department);
  await page.goto(`/department/collections/${slug}`);
  const before = await page.getByLabel("Tên", { exact: true }).inputValue();
  const name = `${before} (${Math.floor(Math.random() * 1e6)})`;
  await page.getByLabel("Tên", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText("Đã lưu thay đổi.")).toBeVisible();
  expect(await home()).toContain(name);
  await page.getByLabel("Tên", { exact: true }).fill(before);
  await page.getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText("Đã lưu thay đổi.")).toBeVisible();
  expect(await home()).not.toContain(name);
});
