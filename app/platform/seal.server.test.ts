import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settings, useSettings, type Settings } from "./env.server";
import { isSealedWithNewest, seal, unseal } from "./seal.server";

const OLD = "a".repeat(64);
const NEW = "b".repeat(64);
let before: Settings;

const use = (keys: string) => useSettings({ ENV_FILE: "", PERSONAL_DATA_KEYS: keys });

beforeEach(() => {
  before = settings();
  use(OLD);
});
afterEach(() => useSettings(before as unknown as Record<string, string>));

describe("a seal", () => {
  test("opens for its owner, and says nothing of what is in it", () => {
    const sealed = seal("0123456789 NGUYỄN THỊ MẪU", "chk_1");
    expect(sealed).not.toContain("0123456789");
    expect(unseal(sealed, "chk_1")).toBe("0123456789 NGUYỄN THỊ MẪU");
  });

  test("is another each time, so that equal accounts cannot be told", () => {
    expect(seal("0123456789", "chk_1")).not.toBe(seal("0123456789", "chk_1"));
  });

  test("does not open for another owner", () => {
    const sealed = seal("0123456789", "chk_1");
    expect(() => unseal(sealed, "chk_2")).toThrow(/./);
  });

  test("does not open with a letter changed", () => {
    const sealed = seal("0123456789", "chk_1");
    const at = sealed.length - 30;
    const other = sealed[at] === "A" ? "B" : "A";
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    expect(() => unseal(changed, "chk_1")).toThrow(/./);
    expect(() => unseal("0123456789", "chk_1")).toThrow("not a seal");
  });

  test("of an old key opens while that key is kept, and not after", () => {
    const sealed = seal("0123456789", "chk_1");
    expect(isSealedWithNewest(sealed)).toBe(true);
    use(`${NEW}, ${OLD}`);
    expect(unseal(sealed, "chk_1")).toBe("0123456789");
    expect(isSealedWithNewest(sealed)).toBe(false);
    expect(isSealedWithNewest(seal("0123456789", "chk_1"))).toBe(true);
    use(NEW);
    expect(unseal(sealed, "chk_1")).toBeNull();
  });
});
