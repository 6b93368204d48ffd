import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/journey";

/** Suggestions while typing: by keyboard alone, by finger, and silent when the line fails. */

test("by keyboard: down, up, Escape, and Enter goes there", async ({ page }) => {
  await page.goto("/");
  const box = page.getByRole("combobox", { name: "Tìm kiếm" });
  const options = page.getByRole("listbox", { name: "Gợi ý tìm kiếm" }).getByRole("option");
  await expect(box).toHaveAttribute("aria-expanded", "false");
  await box.pressSequentially("mat ong");
  await expect(options.first()).toContainText(/Mật ong/);
  await expect(box).toHaveAttribute("aria-expanded", "true");
  const { violations } = await new AxeBuilder({ page }).include("header").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await box.press("ArrowDown");
  const first = (await options.first().getAttribute("id")) ?? "";
  await expect(box).toHaveAttribute("aria-activedescendant", first);
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await box.press("ArrowUp");
  await expect(box).not.toHaveAttribute("aria-activedescendant");
  await box.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue("mat ong");

  // Nothing chosen: the form searches as ever.
  await box.press("Enter");
  await expect(page).toHaveURL(/\/products\?q=mat\+ong/);

  await box.fill("pả v");
  await expect(options.first()).toContainText("Xã Mèo Vạc");
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Xã Mèo Vạc" })).toBeVisible();
});

test("by finger, in English", async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("combobox", { name: "Search" }).fill("artich");
  await page.getByRole("option", { name: /artichoke tea/i }).click();
  await expect(page.getByRole("heading", { level: 1, name: /artichoke tea/i })).toBeVisible();
});

test("an answer that comes late is not shown, and one that fails is not missed", async ({
  page,
}) => {
  let asked = 0;
  await page.route("**/products/suggestions.json**", async (route) => {
    asked += 1;
    // The first is answered after the second.
    if (asked === 1) await new Promise((resolve) => setTimeout(resolve, 800));
    if (asked === 3) return route.abort();
    return route.continue().catch(() => undefined);
  });
  await page.goto("/");
  const box = page.getByRole("combobox", { name: "Tìm kiếm" });
  const options = page.getByRole("option");
  await box.fill("cam");
  await expect.poll(() => asked).toBe(1);
  await box.fill("gạo");
  await expect(options.first()).toContainText(/Gạo/);
  await page.waitForTimeout(1_000);
  await expect(options.first()).toContainText(/Gạo/);
  await box.fill("chè shan");
  await expect.poll(() => asked).toBe(3);
  await box.press("Enter");
  await expect(page).toHaveURL(/\/products\?q=ch/);
});

test("whatever is asked for is answered with little, and with no more than eight", async ({
  request,
}) => {
  for (const q of ["", "a", "mật", "x".repeat(5_000), "%00", "' or 1=1 --", "<script>"]) {
    const answer = await request.get("/products/suggestions.json", { params: { q } });
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain("application/json");
    const { suggestions } = await answer.json();
    expect(suggestions.length).toBeLessThanOrEqual(8);
  }
});
