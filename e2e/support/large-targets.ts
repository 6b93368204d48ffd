import { expect, type Page } from "@playwright/test";

const LEAST_PX = 48;

/** All that can be pressed or typed into, at this width; a field in a label is pressed by the label. */
const TARGETS = [
  "a[href]",
  "button",
  "summary",
  "select",
  "textarea",
  "label:has(input)",
  "input:not([type=hidden]):not(label input)",
];

/** Every target of the page, its header and its foot, is as wide and as high as a thumb. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const targets = page.locator(TARGETS.map((one) => `${one}:visible`).join(", "));
  expect(await targets.count()).toBeGreaterThan(5);
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    // "To the content" is a dot until the keyboard comes to it.
    if (!box || box.width <= 1) continue;
    const what = `${page.url()}: ${await target.evaluate((node) => node.outerHTML.slice(0, 120))}`;
    expect(Math.min(box.height, box.width), what).toBeGreaterThanOrEqual(LEAST_PX);
  }
}
