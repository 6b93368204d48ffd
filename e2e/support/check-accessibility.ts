import AxeBuilder from "@axe-core/playwright";
import type { Page, TestInfo } from "@playwright/test";
import { expect } from "./journey";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that the colours of a page decide; in the dark nothing else of it differs. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** The narrowest screen of WCAG's reflow rule, and a desk's. */
const WIDTHS = [320, 1280];
/** A phone whose owner has set large letters. */
const LARGE_LETTERS = { width: 360, size: "150%" };

/** The page that is open, where the browser runs scripts: the checker is one. */
export async function checkIfScripted(page: Page, { project }: TestInfo): Promise<void> {
  if (project.use.javaScriptEnabled === false) return;
  const { pathname, search } = new URL(page.url());
  await checkAccessibility(page, pathname + search);
}

/**
 * Opens a page, and expects that axe finds nothing and nothing is wider than the screen, narrow and wide, in light
 * and dark, nor on a phone with large letters.
 */
export async function checkAccessibility(page: Page, path: string, status = 200): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(status);
  await checkOpened(page, path);
}

/** The same of a page that is open, as the answer to a form. */
export async function checkOpened(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowOf(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
    const all = new AxeBuilder({ page }).setLegacyMode().withTags(TAGS);
    expect(await findingsOf(all), `${path} at ${width}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    const colours = new AxeBuilder({ page }).setLegacyMode().withRules(COLOUR_RULES);
    expect(await findingsOf(colours), `${path} at ${width}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  }
  await page.setViewportSize({ width: LARGE_LETTERS.width, height: 800 });
  await setLetters(page, LARGE_LETTERS.size);
  expect(await overflowOf(page), `${path} with large letters`).toBeLessThanOrEqual(0);
  await setLetters(page, "");
}

/** How many pixels lie beside the screen. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

function setLetters(page: Page, size: string): Promise<void> {
  return page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
}

async function findingsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
}
