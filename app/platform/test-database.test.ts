import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import { afterAll, expect, it } from "vitest";
import { databaseFile } from "./db.server";
import { settings } from "./env.server";
import { openTestDatabase } from "./test-database.server";

const close = openTestDatabase();
afterAll(() => close());

it("leaves nothing behind", () => {
  const folder = settings().DATA_DIR;
  expect(existsSync(databaseFile())).toBe(true);
  close();
  expect(existsSync(folder)).toBe(false);
  // What a test that was cut short leaves lies in the run's own folder, and ends with it.
  expect(basename(dirname(folder))).toMatch(/^cho-phien-unit-/);
  expect(dirname(folder)).toBe(tmpdir());
});
