import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "./chromium.mjs";

/** A browser for scripts; the journeys have theirs from Playwright's configuration. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
    ],
  });
}
