import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "~/platform/period";
import { CERTIFIED_STARS, ISSUER_LEVELS } from "./certificate-levels";
import { issuerFaultOf, issuerLevelsOn } from "./issuer-rule";

it.each([
  [3, "province", "2023-02-23", null],
  [3, "district", "2023-02-23", "issuer_not_district"],
  [3, "district", "2023-02-24", null],
  [3, "province", "2024-05-10", null],
  [3, "district", "2025-06-30", null],
  [3, "district", "2025-07-01", "issuer_district_ended"],
  [3, "province", "2025-07-01", null],
  [3, "central", "2026-06-30", "issuer_not_central"],
  [4, "province", "2024-05-10", null],
  [4, "district", "2024-05-10", "issuer_not_district"],
  [4, "district", "2026-05-10", "issuer_district_ended"],
  [4, "central", "2026-05-10", "issuer_not_central"],
  [5, "central", "2024-05-10", null],
  [5, "province", "2026-05-10", "issuer_not_province"],
  [5, "district", "2025-01-10", "issuer_not_district"],
] as const)("%i stars by the %s on %s: %s", (stars, level, decidedOn, fault) => {
  expect(issuerFaultOf({ stars, level, decidedOn })).toBe(fault);
});

it("lets the centre recognise five stars and the province the others on any day, and no district from 1 July 2025 on", () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2019-01-01", days));
  fc.assert(
    fc.property(fc.constantFrom(...CERTIFIED_STARS), day, (stars, decidedOn) => {
      const may = ISSUER_LEVELS.filter(
        (level) => issuerFaultOf({ stars, level, decidedOn }) === null,
      );
      expect(may.toSorted()).toEqual(issuerLevelsOn(stars, decidedOn).toSorted());
      expect(may).toContain(stars === 5 ? "central" : "province");
      if (decidedOn >= "2025-07-01") expect(may).not.toContain("district");
    }),
  );
});
