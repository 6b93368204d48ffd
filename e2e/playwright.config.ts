import { defineConfig } from "@playwright/test";
import { findChromium } from "./support/chromium.mjs";

const chromium = {
  browserName: "chromium" as const,
  launchOptions: {
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

export default defineConfig({
  testDir: "./journeys",
  outputDir: "../test-results",
  globalSetup: "./support/global-setup.ts",
  globalTeardown: "./support/global-teardown.ts",
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...chromium,
    actionTimeout: 10_000,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 360, height: 740 },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "with JavaScript", testIgnore: /\.nojs\.spec\.ts$/ },
    {
      name: "without JavaScript",
      testMatch: /\.(nojs|both)\.spec\.ts$/,
      use: { javaScriptEnabled: false },
    },
  ],
});
