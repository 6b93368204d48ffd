import { expect, it } from "vitest";
import { takesCashItself } from "./takes-cash-itself";

it.each([
  ["cod", "self", true],
  ["cod", "", true],
  ["cod", "VNPost", false],
  ["cod", null, false],
  ["vietqr", "self", false],
] as const)("%s by %s: %s", (method, carrier, expected) => {
  expect(takesCashItself({ method, carrier })).toBe(expected);
});
