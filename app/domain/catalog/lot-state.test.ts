import { describe, expect, it } from "vitest";
import { coversLot } from "./document-cover";
import type { ProductStatus } from "./product-status";
import { lotStateOf, offSaleReasonOf } from "./lot-state";

const TODAY = "2026-11-22";
const GOOD = { recalledAt: null, expiresOn: "2026-11-23", freeCount: 3, offSale: null } as const;

describe("lotStateOf", () => {
  it("says what matters most for whoever holds a pack", () => {
    expect(lotStateOf(GOOD, TODAY)).toBe("on_sale");
    expect(lotStateOf({ ...GOOD, expiresOn: null }, TODAY)).toBe("on_sale");
    expect(lotStateOf({ ...GOOD, freeCount: 0 }, TODAY)).toBe("sold_out");
    const off = { ...GOOD, freeCount: 0, offSale: "product_withdrawn" } as const;
    expect(lotStateOf(off, TODAY)).toBe("off_sale");
    expect(lotStateOf({ ...off, expiresOn: TODAY }, TODAY)).toBe("expired");
    expect(lotStateOf({ ...off, expiresOn: TODAY, recalledAt: 1 }, TODAY)).toBe("recalled");
  });
});

it("names the suspended household before the withdrawn product", () => {
  const why = (status: ProductStatus, householdStatus: string) =>
    offSaleReasonOf({ status, householdStatus, ocopSet: 4, licensedUntil: null }, TODAY);
  expect(why("published", "approved")).toBeNull();
  expect(why("withdrawn", "approved")).toBe("product_withdrawn");
  expect(why("awaiting_approval", "approved")).toBe("product_withdrawn");
  expect(why("withdrawn", "suspended")).toBe("household_suspended");
});

it.each([
  [14, null, "licence_missing"],
  [15, TODAY, "licence_missing"], // the first day without
  [14, "2026-11-23", null],
  [13, null, null],
  [16, null, null],
] as const)("set %s with a licence until %s: %s", (ocopSet, licensedUntil, expected) => {
  const drink = {
    status: "published",
    householdStatus: "approved",
    ocopSet,
    licensedUntil,
  } as const;
  expect(offSaleReasonOf(drink, TODAY)).toBe(expected);
});

describe("coversLot", () => {
  const lot = { id: "lot_1", madeOn: "2026-10-01" };
  const paper = { lotId: null, issuedOn: "2026-01-01", expiresOn: "2027-01-01" };
  it("holds one of the product against the day that the lot was made", () => {
    expect(coversLot(paper, lot)).toBe(true);
    expect(coversLot({ ...paper, expiresOn: null }, lot)).toBe(true);
    expect(coversLot({ ...paper, issuedOn: lot.madeOn }, lot)).toBe(true);
    expect(coversLot({ ...paper, issuedOn: "2026-10-02" }, lot)).toBe(false);
    expect(coversLot({ ...paper, expiresOn: lot.madeOn }, lot)).toBe(false);
  });
  it("takes one of the lot itself whenever it was issued, and of no other", () => {
    expect(coversLot({ ...paper, lotId: "lot_1", issuedOn: "2026-10-09" }, lot)).toBe(true);
    expect(coversLot({ ...paper, lotId: "lot_2" }, lot)).toBe(false);
  });
});
