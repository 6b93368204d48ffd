import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, formatInstant } from "~/platform/period";
import { afterQuietHours } from "./quiet-hours";

const at = (text: string) => Date.parse(`${text}+07:00`);

it.each([
  ["2026-11-26T07:00:00", "2026-11-26T07:00:00"],
  ["2026-11-26T20:59:59", "2026-11-26T20:59:59"],
  ["2026-11-26T21:00:00", "2026-11-27T07:00:00"],
  ["2026-12-31T23:30:00", "2027-01-01T07:00:00"],
  ["2026-11-26T00:00:00", "2026-11-26T07:00:00"],
  ["2026-11-26T06:59:59", "2026-11-26T07:00:00"],
])("what is due at %s goes at %s", (due, goes) => {
  expect(afterQuietHours(at(due))).toBe(at(goes));
});

it("never goes earlier, waits for half a day at most, and never rings at night", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }), (instant) => {
      const goes = afterQuietHours(instant);
      expect(goes).toBeGreaterThanOrEqual(instant);
      expect(goes - instant).toBeLessThan(DAY_MS / 2);
      const hour = Number(formatInstant(goes).slice(0, 2));
      expect(hour).toBeGreaterThanOrEqual(7);
      expect(hour).toBeLessThan(21);
    }),
  );
});
