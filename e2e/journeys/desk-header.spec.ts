import { expect, PHONES, signInByForm, test } from "../support/journey";

test("the department's menu is one row on a wide screen", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signInByForm(page, PHONES.department);
  for (const path of ["/department", "/en/department"]) {
    await page.goto(path);
    const links = page.getByRole("banner").getByRole("navigation").getByRole("link");
    const boxes = await Promise.all((await links.all()).map((link) => link.boundingBox()));
    expect(boxes.length).toBeGreaterThan(8);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(48);
  }
});

/** On a phone the work is in sight below the header, and the menu shows where one is. */
for (const [role, path] of [
  ["department", "/department/bank-transactions"],
  ["household", "/household/earnings"],
  ["agent", "/agent"],
] as const) {
  test(`the header of the ${role}'s desk leaves room`, async ({ page }) => {
    await signInByForm(page, PHONES[role]);
    await page.goto(path);
    const header = await page.getByRole("banner").boundingBox();
    expect(header?.height).toBeLessThan(230);
    const current = page.getByRole("banner").locator("[aria-current=page]");
    await expect(current).toBeInViewport({ ratio: 0.95 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  });
}
