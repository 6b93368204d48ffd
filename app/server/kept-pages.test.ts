import { describe, expect, it } from "vitest";
import { createKeptPages } from "./kept-pages";

const MB = 1024 * 1024;

describe("what is kept of public pages", () => {
  it("forgets the one that was used longest ago when there is no more room", () => {
    const kept = createKeptPages<{ size: number }>();
    const page = { size: 400 * 1024 };
    const count = Math.floor((64 * MB) / page.size);
    for (let i = 0; i < count; i += 1) kept.keep(`${i}`, page);
    expect(kept.find("0")).toBe(page);
    kept.keep("one more", page);
    expect([kept.find("0"), kept.find("1"), kept.find("one more")]).toEqual([
      page,
      undefined,
      page,
    ]);
  });

  it("lets no large file push out a page, however many there are", () => {
    const kept = createKeptPages<{ size: number }>();
    kept.keep("page", { size: 40_000 });
    for (let i = 0; i < 30; i += 1) kept.keep(`file ${i}`, { size: 9 * MB });
    expect(kept.find("page")).toEqual({ size: 40_000 });
    const files = Array.from({ length: 30 }, (_, i) => kept.find(`file ${i}`));
    expect(files.filter((file) => file !== undefined)).toHaveLength(7);
  });

  it("does not empty a room for what would not fit in it", () => {
    const kept = createKeptPages<{ size: number }>();
    kept.keep("file", { size: 9 * MB });
    kept.keep("giant", { size: 65 * MB });
    expect([kept.find("file"), kept.find("giant")]).toEqual([{ size: 9 * MB }, undefined]);
  });

  it("keeps under an address what was made last, also when it has become large or small", () => {
    const kept = createKeptPages<{ size: number }>();
    for (const size of [1_000, MB, 2_000]) {
      kept.keep("file", { size });
      expect(kept.find("file")).toEqual({ size });
    }
    kept.forget("file");
    expect(kept.find("file")).toBeUndefined();
  });
});
