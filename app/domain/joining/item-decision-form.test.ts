import { expect, it } from "vitest";
import { itemDecisionForm } from "./forms";

it.each([
  ["waived", "", "waiver_reason_missing"],
  ["waived", "  ", "waiver_reason_missing"],
  ["waived", "vì", "waiver_reason_missing"],
  ["sent_back", "", "reason_missing"],
  ["sent_back", "mờ", "reason_short"],
  ["verified", "ok", "reason_short"],
  ["waived", "x".repeat(501), "reason_long"],
])("%s with the reason %j is asked for it (%s)", (decision, reason, code) => {
  const read = itemDecisionForm.safeParse({ decision, reason });
  expect(read.error?.issues.map(({ path, message }) => [path, message])).toEqual([
    [["reason"], code],
  ]);
});

it("needs no reason for what was seen on paper", () => {
  expect(itemDecisionForm.safeParse({ decision: "verified" }).success).toBe(true);
});
