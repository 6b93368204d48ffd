import { expect, it } from "vitest";
import { readSessionCode } from "./session-code";

it.each([
  ["TH-7K3QXM9", "TH-7K3QXM9"],
  [" th 7k3 qxm9 ", "TH-7K3QXM9"],
  ["https://cho.example/household/training/TH-7K3QXM9?household=x", "TH-7K3QXM9"],
  ["GH-7K3QXM9", null],
  ["TH-7K3QXM0", null],
  ["", null],
  ["x".repeat(300), null],
])("%j is %j", (typed, code) => {
  expect(readSessionCode(typed)).toBe(code);
});
