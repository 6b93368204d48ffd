import { afterEach, expect, it } from "vitest";
import { setClock } from "./clock.server";
import { createRateLimit } from "./rate-limit.server";

afterEach(() => setClock());

it("says how long a key that has used up its share has to wait, and lets it in after that", () => {
  const limit = createRateLimit({ limit: 2, windowMs: 60_000 });
  const takeAt = (time: number) => {
    setClock(time);
    return limit.take("a");
  };
  expect([takeAt(1_000), takeAt(2_000), takeAt(3_000), takeAt(60_999)]).toEqual([0, 0, 58_000, 1]);
  expect(limit.take("b")).toBe(0);
  expect(takeAt(61_000)).toBe(0);
  limit.forget("a");
  expect([limit.take("a"), limit.take("a")]).toEqual([0, 0]);
});
