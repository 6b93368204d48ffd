import type { Page } from "@playwright/test";
import { expect, signInByForm, openCheckout, PHONES, test } from "../support/journey";

/** The header of the store on the narrowest screens: three rows, whatever it has to say. */

for (const width of [320, 360]) {
  test(`at ${width} px no link of the header stands on a line of its own`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await openCheckout(page);
    for (const path of ["/cart", "/en/cart"]) {
      await page.goto(path);
      await expectThreeRows(page);
    }
    for (const phone of [PHONES.household, PHONES.department]) {
      await signInByForm(page, phone);
      await page.goto("/cart");
      await expectThreeRows(page);
      await page.context().clearCookies({ name: "session" });
    }
  });
}

/** Of the header proper: the strips under it are sentences. */
async function expectThreeRows(page: Page): Promise<void> {
  const rows = await page.locator("header div a, header div input").evaluateAll((controls) => {
    const middles = controls.map((control) => {
      const { top, height } = control.getBoundingClientRect();
      return Math.round(top + height / 2);
    });
    return new Set(middles).size;
  });
  expect(rows).toBe(3);
}
