import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GUEST, type Actor } from "~/domain/audit/actor";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { readPublishedMonths } from "~/domain/statistics/queries-published.server";
import { readIndicatorSeries } from "~/domain/statistics/queries.server";
import { setClock } from "~/platform/clock.server";
import { monthsUntil, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { closePeriod } from "./close-period.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { placeCheckout } from "./place-checkout.server";
import { publishPeriod } from "./publish-period.server";
import { shipOrder } from "./ship-order.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  testSubmission,
} from "./test-shop";

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

describe("the border of two months is midnight in Vietnam", () => {
  /** One jar delivered at this moment through the shop itself. */
  async function deliverAt(moment: number) {
    const householdId = await insertTestHousehold();
    const productId = await insertTestProduct({ householdId, priceVnd: 100_000, weightGrams: 100 });
    const userId = await insertTestUser({ householdId });
    const member: Actor = { kind: "user", userId, role: "household_member" };
    const scope = { kind: "households", householdIds: [householdId] } as const;
    const placed = await placeCheckout(
      GUEST,
      testSubmission({
        lines: [{ productId, quantity: 1 }],
        expectedTotalVnd: 130_000,
        method: "cod",
      }),
    );
    if (!placed.ok) throw new Error(placed.code);
    const order = { orderCode: `${placed.value.code}-1` };
    await confirmOrder(member, scope, order);
    await shipOrder(member, scope, { ...order, carrier: "VNPost", trackingCode: "EE123VN" });
    setClock(moment);
    expect(await deliverOrder(member, { by: "household", scope }, order)).toEqual({
      ok: true,
      value: null,
    });
  }

  test("23:59:59.999 belongs to the old month, 00:00 to the new one", async () => {
    const midnight = startOfDate("2026-12-01");
    await deliverAt(midnight - 1);
    await deliverAt(midnight);
    await deliverAt(midnight + 6 * 3_600_000); // still 30 November in UTC
    const [november, december] = (await readIndicatorSeries("2026-12")).slice(-2);
    expect(november?.salesVnd.goods).toBe(100_000);
    expect(december?.salesVnd.goods).toBe(200_000);
    expect([november?.orderCount, december?.orderCount]).toEqual([1, 2]);
  });

  async function publishDecember() {
    setClock(startOfDate("2027-01-01"));
    expect((await readPublishedMonths()).map(({ month }) => month)).toEqual([]); // nor what is not published
    const closedBy = { id: "usr_officer", name: "Lê Thị Duyệt" };
    const officer: Actor = { kind: "user", userId: closedBy.id, role: "department_officer" };
    const month = "2026-12";
    const seen = (await findPeriod(month))?.seen ?? "";
    expect(await closePeriod(officer, { month, seen, closedBy })).toMatchObject({ ok: true });
    const publication = { month, edition: 1, publishedById: closedBy.id };
    expect(await publishPeriod(officer, publication)).toMatchObject({ ok: true });
  }

  test("what so few sellers sold is not told to the public", async () => {
    await deliverAt(startOfDate("2026-12-01"));
    await publishDecember();
    const shown = (await readPublishedMonths()).map(({ month }) => month).at(-1);
    expect(shown?.withheld).toContain("sales_goods");
    expect(JSON.stringify(shown)).not.toContain("100000");
    if (shown) expect(figureDigits(figureOf("sales_goods", shown))).toBe("");
  });

  test("what enough sellers sold is told as the department has it", async () => {
    for (const hours of [0, 1, 2]) await deliverAt(startOfDate("2026-12-01") + hours * 3_600_000);
    await publishDecember();
    const shown = (await readPublishedMonths()).map(({ month }) => month).at(-1);
    expect(shown).toEqual((await readIndicatorSeries("2026-12")).at(-1));
    expect(shown?.withheld).toEqual([]);
    const closed = (await findPeriod("2026-12"))?.editions.at(-1);
    if (!closed) throw new Error("a month that was closed has an edition");
    const { total, cells } = closed.manifest.disclosed;
    expect(total).toMatchObject({ salesVnd: 300_000, orderCount: 3, sellerCount: 3 });
    expect(cells.map(({ dimension, salesVnd }) => [dimension, salesVnd])).toEqual(
      ["commune", "set", "stars", "method"].map((dimension) => [dimension, 300_000]),
    );
  });
});

test("the series is the last thirteen months, so that its first is the same month last year", async () => {
  const months = await readIndicatorSeries("2026-10");
  expect(months.map((month) => month.month)).toEqual(monthsUntil("2026-10", 13));
  expect(months[0]?.month).toBe("2025-10");
  const across = await readIndicatorSeries("2025-08");
  expect(
    across
      .filter((month) => month.isBeforeMerger)
      .map((month) => month.month)
      .at(-1),
  ).toBe("2025-06");
});
