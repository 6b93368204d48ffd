import { expect, type Page } from "@playwright/test";

const LEAST_PX = 48;

/** All that can be pressed in the page's own part, at this width. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const targets = page
    .getByRole("main")
    .locator("a:visible, button:visible, summary:visible, label:has(input):visible");
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    expect(box?.height ?? 0, await target.innerText()).toBeGreaterThanOrEqual(LEAST_PX);
  }
}
