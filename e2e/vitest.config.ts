import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Not vite.config.ts: Remix's plugin must not run here.
export default defineConfig({
  root: folder(".."),
  resolve: { alias: { "~db": folder("../db"), "~": folder("../app") } },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "e2e/stripe-mock/*.test.ts"],
    globalSetup: "e2e/support/global-unit.ts",
    pool: "forks", // better-sqlite3 is a native addon
    maxWorkers: "100%", // of the processors; one would be left idle otherwise
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
