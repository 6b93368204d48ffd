import { expect, it } from "vitest";
import { takesCashItself } from "./takes-cash-itself";

it.each([
  [1_000, "self", true],
  [1_000, "", true],
  [1_000, "VNPost", false],
  [1_000, null, false],
  [0, "self", false],
] as const)("%s đồng by %s: %s", (cashVnd, carrier, expected) => {
  expect(takesCashItself({ cashVnd, carrier })).toBe(expected);
});
