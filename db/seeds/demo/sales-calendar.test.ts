import { describe, expect, it } from "vitest";
import { createSampleDay } from "./sample-day";
import { planSalesDays, seasonDemand, tetDemand } from "./sales-calendar";

const countBy = (days: ReturnType<typeof planSalesDays>, month: string) =>
  days.filter((day) => day.date.startsWith(month)).reduce((sum, day) => sum + day.orderCount, 0);

describe("the plan of a year", () => {
  it("is thirteen months and the days until yesterday", () => {
    const days = planSalesDays(createSampleDay("2026-11-22"), 0);
    expect(days[0]?.date).toBe("2025-10-01");
    expect(days.at(-1)?.date).toBe("2026-11-21");
    expect(days.every((day) => day.orderCount === 0)).toBe(true);
    const onTheFirst = planSalesDays(createSampleDay("2026-03-01"), 10);
    expect(onTheFirst[0]?.date).toBe("2025-02-01");
    expect(onTheFirst.at(-1)?.date).toBe("2026-02-28");
  });

  it.each([1, 399, 2_400, 200_000])("has %i orders in all", (orderCount) => {
    const days = planSalesDays(createSampleDay("2026-11-22"), orderCount);
    expect(days.reduce((sum, day) => sum + day.orderCount, 0)).toBe(orderCount);
    expect(days.every((day) => day.orderCount >= 0)).toBe(true);
  });

  it("grows, and peaks before Tết", () => {
    const days = planSalesDays(createSampleDay("2026-11-22"), 50_000);
    expect(countBy(days, "2026-10")).toBeGreaterThan(countBy(days, "2025-10") * 1.2);
    expect(countBy(days, "2026-01")).toBeGreaterThan(countBy(days, "2025-12") * 1.2);
    expect(countBy(days, "2026-02")).toBeGreaterThan(countBy(days, "2026-03") * 1.2);
    expect(tetDemand("2026-02-17")).toBeLessThan(0.5);
    expect(tetDemand("2026-02-14")).toBeGreaterThan(3);
    expect(tetDemand("2026-06-15")).toBe(1);
  });
});

describe("the season", () => {
  it("raises what is sold, over the new year too", () => {
    const honey = { fromMonth: 10, toMonth: 2 };
    expect(seasonDemand(honey, "2026-01-15")).toBeGreaterThan(1);
    expect(seasonDemand(honey, "2026-06-15")).toBeLessThan(1);
    expect(seasonDemand(null, "2026-06-15")).toBe(1);
  });
});
