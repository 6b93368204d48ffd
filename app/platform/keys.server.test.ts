import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SettingsError, useSettings } from "./env.server";
import { checkInstallationKeys, installationKey } from "./keys.server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cho-phien-keys-"));
  useSettings({ DATA_DIR: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("makes a key once and leaves nothing beside it", () => {
  const key = installationKey("order-links");
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(installationKey("order-links")).toBe(key);
  expect(installationKey("device-tokens")).not.toBe(key);
  expect(readdirSync(join(folder, "keys")).toSorted()).toEqual(["device-tokens", "order-links"]);
  expect(() => checkInstallationKeys()).not.toThrow();
});

it.each(["", "\n", "abc", "G".repeat(64), "a".repeat(63)])(
  "refuses a file that holds %j",
  (text) => {
    mkdirSync(join(folder, "keys"));
    writeFileSync(join(folder, "keys", "order-links"), text);
    expect(() => installationKey("order-links")).toThrow(SettingsError);
    expect(() => checkInstallationKeys()).toThrow("order-links");
  },
);
