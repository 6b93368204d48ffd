import { describe, expect, it } from "vitest";
import { isInSeason } from "./season";

describe("isInSeason", () => {
  it.each([
    [3, 5, "2026-02-28", false],
    [3, 5, "2026-03-01", true],
    [3, 5, "2026-05-31", true],
    [3, 5, "2026-06-01", false],
    [10, 2, "2026-09-30", false],
    [10, 2, "2026-10-01", true],
    [10, 2, "2026-12-31", true],
    [10, 2, "2027-02-28", true],
    [10, 2, "2027-03-01", false],
    [1, 12, "2026-07-15", true],
    [7, 7, "2026-07-15", true],
  ] as const)("%i-%i on %s: %s", (...row) => {
    const [fromMonth, toMonth, today, expected] = row;
    expect(isInSeason({ fromMonth, toMonth }, today)).toBe(expected);
  });
});
