import { expect, PHONES, signInByForm, test } from "../support/journey";

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
