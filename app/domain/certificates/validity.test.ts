import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "~/platform/period";
import { daysLeft, isEnding, isTooLong, usualEnd } from "./validity";
import { stateOn } from "./certificate-status";

it.each([
  ["2026-05-22", "2029-05-22"],
  ["2024-02-29", "2027-02-28"],
  ["2025-02-28", "2028-02-28"],
  ["2023-12-31", "2026-12-31"],
])("a decision of %s ends on %s", (decidedOn, end) => {
  expect(usualEnd(decidedOn)).toBe(end);
});

const day = fc.integer({ min: 0, max: 6_000 }).map((days) => addDays("2019-01-01", days));

it("the usual end is never too long, and four years always are", () => {
  fc.assert(
    fc.property(day, (decidedOn) => {
      const end = usualEnd(decidedOn);
      expect(isTooLong(decidedOn, end)).toBe(false);
      expect(isTooLong(decidedOn, addDays(end, 33))).toBe(true);
    }),
  );
});

it("ends within 180 days, not on the day of its end any more", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 1_200 }), (today, days) => {
      const expiresOn = addDays(today, days);
      expect(daysLeft(expiresOn, today)).toBe(Math.max(0, days));
      expect(isEnding(expiresOn, today)).toBe(days > 0 && days <= 180);
      expect(stateOn(today, { status: "confirmed", expiresOn })).toBe(
        days <= 0 ? "expired" : days <= 180 ? "ending" : "valid",
      );
      expect(stateOn(today, { status: "revoked", expiresOn })).toBe("revoked");
    }),
  );
});
