import { expect, PHONES, signInByForm, test } from "../support/journey";

/** Words of a household are seen by buyers once the department has looked at them, and not before. */
test("a household changes its story, and the department shows it", async ({ page, shop }) => {
  const story = `Nhà chúng tôi đón khách ghé vườn mọi ngày trong tuần, số ${Date.now()}.`;
  await signInByForm(page, PHONES.household);
  await page.goto("/household");
  await page.getByRole("link", { name: "Lời giới thiệu và ảnh của hộ" }).click();
  await page.getByLabel("Lời giới thiệu").fill("Ngắn");
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(page.getByText(/Lời giới thiệu quá ngắn/).first()).toBeVisible();
  await expect(page.getByLabel("Lời giới thiệu")).toHaveValue("Ngắn");
  await page.getByLabel("Lời giới thiệu").fill(story);
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(page.getByText("Đang chờ Sở duyệt")).toBeVisible();

  await page.context().clearCookies({ name: "session" });

  await signInByForm(page, PHONES.department);
  await page.goto("/department/approvals");
  const dossier = page.getByRole("article").filter({ hasText: story });
  const household = (await dossier.getByRole("link").first().getAttribute("href")) ?? "";
  const asGuest = async (path: string) => (await fetch(shop.origin + path)).text();
  const before = await asGuest(household);
  expect(before).not.toContain(story);
  const product = /href="(\/products\/[^"?]+)"/.exec(before)?.[1] ?? "";
  await dossier.getByRole("button", { name: /^Duyệt / }).click();
  await expect(page.getByText(/Đã duyệt lời giới thiệu/)).toBeVisible();
  expect(await asGuest(household)).toContain(story);
  expect(await asGuest(product)).toContain(story);
});
