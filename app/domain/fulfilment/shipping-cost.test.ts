import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shippingRates } from "~db/schema/fulfilment";
import { TEST_SHOP, insertTestShop } from "~/domain/flows/test-shop";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { currentRate, estimateShipping, findZone } from "./queries.server";
import { parcelGrams, shippingCost } from "./shipping-cost";

const RATE = { firstStepVnd: 18_000, nextStepVnd: 4_000, stepGrams: 500 };

describe("shippingCost", () => {
  it.each([
    [0, 18_000],
    [1, 18_000],
    [500, 18_000],
    [501, 22_000],
    [1_000, 22_000],
    [1_001, 26_000],
    [20_000, 174_000],
  ])("of %s g is %s đ", (grams, cost) => {
    expect(shippingCost(grams, RATE)).toBe(cost);
  });

  it("of nothing to send is nothing", () => {
    expect(shippingCost(null, RATE)).toBe(0);
  });

  it.each([-1, 0.5, NaN])("refuses %s g", (grams) => {
    expect(() => shippingCost(grams, RATE)).toThrow();
  });
});

it("weighs goods and not services", () => {
  const jar = { ocopSet: 4, weightGrams: 700, quantity: 2 };
  const night = { ocopSet: 26, weightGrams: 9_000, quantity: 1 };
  expect(parcelGrams([jar, night])).toBe(1_400);
  expect(parcelGrams([night])).toBeNull();
  expect(parcelGrams([])).toBeNull();
  expect(parcelGrams([{ ...jar, weightGrams: 0 }])).toBe(0);
});

describe("rates", () => {
  let close: () => void;
  beforeEach(async () => {
    close = openTestDatabase();
    setClock(startOfDate("2026-11-22"));
    await insertTestShop();
  });
  afterEach(() => {
    setClock();
    close();
  });

  it("are of the shop's province or of elsewhere", async () => {
    expect(await findZone(reader(), TEST_SHOP.communeCode)).toBe("in_province");
    expect(await findZone(reader(), TEST_SHOP.elsewhereCommuneCode)).toBe("elsewhere");
    expect(await findZone(reader(), "99999")).toBeNull();
  });

  it("are those of the day", async () => {
    const later = { firstStepVnd: vnd(20_000), nextStepVnd: vnd(5_000), stepGrams: 1_000 };
    await inTransaction(async (tx) => {
      await tx
        .insert(shippingRates)
        .values({ id: "shr_later", effectiveOn: "2026-11-23", zone: "in_province", ...later });
    });
    const on = (localDate: string) => currentRate(reader(), { zone: "in_province", localDate });
    expect(await on("2026-11-22")).toMatchObject(RATE);
    expect(await on("2026-11-23")).toMatchObject(later);
    await expect(on("2025-06-30")).rejects.toThrow("no shipping rate");
  });

  it("make the cost of each parcel", async () => {
    const parcels = [
      [{ ocopSet: 4, weightGrams: 600, quantity: 1 }],
      [{ ocopSet: 26, weightGrams: 0, quantity: 1 }],
    ];
    const to = (communeCode: string) => estimateShipping(reader(), { communeCode, parcels });
    expect(await to(TEST_SHOP.communeCode)).toEqual([22_000, 0]);
    expect(await to(TEST_SHOP.elsewhereCommuneCode)).toEqual([37_000, 0]);
    expect(await to("99999")).toBeNull();
  });
});
