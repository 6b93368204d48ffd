import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./journey";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that the colours of a page decide; in the dark nothing else of it differs. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** The narrowest screen of WCAG's reflow rule, and a desk's. */
const PHONE = 320;
const DESK = 1280;

/**
 * Opens a page, and expects that axe finds nothing and nothing is wider than the screen, narrow and wide; in the dark its
 * colours are looked at once, where most of it is seen. A translation has the layout and colours of its original: of
 * it only the narrow page is looked at, where longer words break something.
 */
export async function checkAccessibility(page: Page, path: string, status = 200): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(status);
  await checkWidth(page, PHONE);
  if (path.startsWith("/en/")) return;
  await checkWidth(page, DESK);
  await page.emulateMedia({ colorScheme: "dark" });
  const colours = new AxeBuilder({ page }).setLegacyMode().withRules(COLOUR_RULES);
  expect(await findingsOf(colours), `${path}, dark`).toEqual([]);
}

async function checkWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} at ${width}`).toBeLessThanOrEqual(0);
  const all = new AxeBuilder({ page }).setLegacyMode().withTags(TAGS);
  expect(await findingsOf(all), `${page.url()} at ${width}`).toEqual([]);
}

async function findingsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
}
