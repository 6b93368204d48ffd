import { expect, it } from "vitest";
import { arrivalOf } from "./arrival";

const MONDAY = "2026-11-30";

it("counts from the household's next day of sending, and two days to confirm for the last", () => {
  expect(arrivalOf(MONDAY, { shipDays: null, zone: "in_province" })).toEqual({
    from: "2026-12-02",
    to: "2026-12-05",
  });
  // Monday to Thursday: ordered on Monday it leaves on Tuesday, or on Thursday; two days later not before Monday.
  const mondayToThursday = { shipDays: [1, 2, 3, 4], zone: "elsewhere" } as const;
  expect(arrivalOf(MONDAY, mondayToThursday)).toEqual({ from: "2026-12-04", to: "2026-12-09" });
  expect(arrivalOf("2026-12-02", mondayToThursday)).toEqual({
    from: "2026-12-06",
    to: "2026-12-13",
  });
});

it("never ends before it begins, wherever it goes", () => {
  for (const zone of ["in_province", "near", "elsewhere"] as const) {
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const { from, to } = arrivalOf(MONDAY, { shipDays: [day], zone });
      expect(from > MONDAY && to >= from, `${zone} ${day}: ${from} ${to}`).toBe(true);
    }
  }
});
