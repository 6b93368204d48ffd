import { describe, expect, it } from "vitest";
import { CARRIERS, HOUSEHOLD_CARRIERS, trackingOf } from "./carriers";
import { shipmentForm } from "./forms";

describe("trackingOf", () => {
  const couriers = CARRIERS.filter((carrier) => !HOUSEHOLD_CARRIERS.includes(carrier));

  it.each(couriers)("%s has a page of its own, and takes no code for an address", (carrier) => {
    const tracking = trackingOf(carrier, "EE123-VN");
    expect(new URL(tracking?.href ?? "").protocol).toBe("https:");
    expect(tracking?.href.includes("EE123-VN")).toBe(tracking?.hasCode);
    const { origin } = new URL(tracking?.href ?? "");
    const hostile = trackingOf(carrier, "@evil.example/?a=b&c#d");
    expect(new URL(hostile?.href ?? "").origin).toBe(origin);
  });

  it.each([
    ["self", "123"],
    ["", "123"],
    ["GHN", ""],
    ["An Old Carrier", "123"],
  ])("%s with code %s leads nowhere", (carrier, code) => {
    expect(trackingOf(carrier, code)).toBeNull();
  });
});

describe("a tracking code", () => {
  const read = (trackingCode: string) => {
    const { success, data, error } = shipmentForm.safeParse({ carrier: "GHN", trackingCode });
    return success ? data.trackingCode : error.issues[0]?.message;
  };

  it.each([
    ["EE123456789VN", "EE123456789VN"],
    [" EE 123 456 789 VN ", "EE123456789VN"],
    ["S22.1-2", "tracking_code_invalid"],
    ["mã", "tracking_code_invalid"],
    ["<b>", "tracking_code_invalid"],
    ["A".repeat(60), "A".repeat(60)],
    ["A".repeat(61), "tracking_code_too_long"],
    ["", ""],
  ])("%s is %s", (typed, kept) => {
    expect(read(typed)).toBe(kept);
  });
});
