import { describe, expect, it } from "vitest";
import { isShippedTo, SHIPPING_ZONES, zoneOf } from "./shipping-zones";

it("knows the zone of a province", () => {
  const shop = { provinceCode: "08", nearProvinceCodes: ["01", "04", "08"] };
  expect(zoneOf("08", shop)).toBe("in_province");
  expect(zoneOf("01", shop)).toBe("near");
  expect(zoneOf("79", shop)).toBe("elsewhere");
});

describe("how far fresh kinds go", () => {
  it.each([
    [1, "in_province", ["in_province"]],
    [2, "near", ["in_province", "near"]],
    [1, "anywhere", SHIPPING_ZONES],
    [3, "in_province", SHIPPING_ZONES],
    [26, "in_province", SHIPPING_ZONES],
  ] as const)("set %s, sent %s", (set, reach, zones) => {
    expect(SHIPPING_ZONES.filter((zone) => isShippedTo(zone, set, reach))).toEqual(zones);
  });
});
