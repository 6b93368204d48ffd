import { expect, it } from "vitest";
import { newId, newToken, randomBytes } from "./ids";

it("makes ids that sort as they were made and are all different, over many fillings of the pool", () => {
  const before = Date.now();
  const ids = Array.from({ length: 2_000 }, () => newId("tst"));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) {
    expect(id).toMatch(/^tst_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
    const madeAt = Number.parseInt(id.slice(4, 16), 16);
    expect(madeAt).toBeGreaterThanOrEqual(before);
    expect(madeAt).toBeLessThanOrEqual(Date.now());
  }
});

it("gives as many random bytes as asked for, none of them twice", () => {
  const tokens = Array.from({ length: 2_000 }, () => newToken());
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(tokens.every((token) => /^[0-9a-f]{32}$/.test(token))).toBe(true);
  for (const length of [0, 1, 8, 4_095, 4_096, 4_097, 10_000]) {
    expect(randomBytes(length)).toHaveLength(length);
  }
  // 1,024 bytes that were left unwritten, or given out of an emptied pool, would be zeros.
  expect(randomBytes(1_024).filter((byte) => byte === 0).length).toBeLessThan(40);
});

it("gives bytes of the caller's own", () => {
  const mine = randomBytes(16);
  const copy = [...mine];
  for (let i = 0; i < 1_000; i += 1) randomBytes(16);
  expect([...mine]).toEqual(copy);
});
