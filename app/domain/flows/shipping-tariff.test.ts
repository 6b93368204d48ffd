import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { shippingTariffs } from "~db/schema/fulfilment";
import type { Actor } from "~/domain/audit/actor";
import { tariffFormOn } from "~/domain/fulfilment/forms-tariff";
import { listTariffs } from "~/domain/fulfilment/queries-tariff.server";
import { currentTariff, findDestination } from "~/domain/fulfilment/queries.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { addTariff } from "./add-tariff.server";
import { quoteCheckout } from "./quote-checkout.server";
import { honey, NOW, setUpCart } from "./test-cart";
import { insertTestUser, TEST_SHOP } from "./test-shop";
import { withdrawTariff } from "./withdraw-tariff.server";

setUpCart();

const TODAY = "2026-11-22";
const TOMORROW = "2026-11-23";
let officer: Actor;

async function enter(effectiveOn: string, change: Partial<Parameters<typeof addTariff>[1]> = {}) {
  const userId = await insertTestUser({ role: "department_officer", fullName: "Trần Văn Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
  const tariffId = newId("sht");
  const result = await addTariff(officer, {
    tariffId,
    effectiveOn,
    stepGrams: 1_000,
    volumetricDivisor: 5_000,
    nearProvinceCodes: [TEST_SHOP.elsewhereProvinceCode],
    rates: {
      in_province: { firstStepVnd: 20_000, nextStepVnd: 1_000 },
      near: { firstStepVnd: 28_000, nextStepVnd: 2_000 },
      elsewhere: { firstStepVnd: 35_000, nextStepVnd: 3_000 },
    },
    ...change,
  });
  return { tariffId, result };
}

const states = async () =>
  (await listTariffs()).map(({ effectiveOn, state }) => [effectiveOn, state]);
const costOfOne = async () =>
  (
    await quoteCheckout({
      lines: [{ productId: honey, quantity: 1 }],
      communeCode: TEST_SHOP.communeCode,
    })
  ).shippingVnd;

describe("a new tariff", () => {
  it("counts from its day on, and not before", async () => {
    expect(await costOfOne()).toBe(22_000);
    await enter(TOMORROW);
    expect(await costOfOne()).toBe(22_000);
    expect(await states()).toEqual([
      [TOMORROW, "coming"],
      ["2025-07-01", "in_force"],
    ]);
    setClock(startOfDate(TOMORROW));
    expect(await costOfOne()).toBe(20_000);
    expect(await states()).toEqual([
      [TOMORROW, "in_force"],
      ["2025-07-01", "past"],
    ]);
    expect(await currentTariff(reader(), TODAY)).toMatchObject({ stepGrams: 500 });
    await expect(currentTariff(reader(), "2025-06-30")).rejects.toThrow("no shipping tariff");
  });

  it("says which provinces are near", async () => {
    const zoneOf = async (code: string) => (await findDestination(reader(), code))?.zone;
    expect(await zoneOf(TEST_SHOP.communeCode)).toBe("in_province");
    expect(await zoneOf(TEST_SHOP.nearCommuneCode)).toBe("near");
    expect(await zoneOf(TEST_SHOP.elsewhereCommuneCode)).toBe("elsewhere");
    expect(await findDestination(reader(), "99999")).toBeNull();
    await enter(TODAY);
    expect(await zoneOf(TEST_SHOP.nearCommuneCode)).toBe("elsewhere");
    expect(await zoneOf(TEST_SHOP.elsewhereCommuneCode)).toBe("near");
  });

  it("replaces the one of the same day that was entered before", async () => {
    await enter(TODAY);
    setClock(NOW + 1);
    const rates = { firstStepVnd: 10_000, nextStepVnd: 0 };
    await enter(TODAY, { rates: { in_province: rates, near: rates, elsewhere: rates } });
    expect(await costOfOne()).toBe(10_000);
    expect((await states()).map(([, state]) => state)).toEqual(["in_force", "past", "past"]);
  });

  it("does not begin before today", async () => {
    const { result } = await enter("2026-11-21");
    expect(result).toMatchObject({ ok: false, code: "tariff_in_past" });
    expect(await reader().$count(shippingTariffs)).toBe(1);
  });

  it("is entered once by a form that is sent twice, also on the day after", async () => {
    const { tariffId } = await enter(TODAY);
    setClock(startOfDate(TOMORROW));
    const again = await enter(TODAY, { tariffId });
    expect(again.result).toEqual({ ok: true, value: { isNew: false } });
    expect(await reader().$count(shippingTariffs)).toBe(2);
    expect(await reader().$count(auditEntries)).toBe(1);
    expect((await listTariffs())[0]).toMatchObject({ enteredBy: "Trần Văn Duyệt" });
  });
});

describe("taking a tariff back", () => {
  it("works until its day has come", async () => {
    const { tariffId } = await enter(TOMORROW);
    expect((await withdrawTariff(officer, { tariffId })).ok).toBe(true);
    expect((await withdrawTariff(officer, { tariffId })).ok).toBe(true);
    expect(await states()).toEqual([
      [TOMORROW, "withdrawn"],
      ["2025-07-01", "in_force"],
    ]);
    setClock(startOfDate(TOMORROW));
    expect(await costOfOne()).toBe(22_000);
    const actions = (await reader().select().from(auditEntries)).map(({ action }) => action);
    expect(actions).toEqual(["shipping_tariff.add", "shipping_tariff.withdraw"]);
  });

  it("is refused for one that has been in force, and for one that never was", async () => {
    const { tariffId } = await enter(TODAY);
    const refused = await withdrawTariff(officer, { tariffId });
    expect(refused).toMatchObject({ ok: false, code: "tariff_in_force" });
    const unknown = await withdrawTariff(officer, { tariffId: "sht_none" });
    expect(unknown).toMatchObject({ ok: false, code: "tariff_not_found" });
  });

  it("is all that can ever be changed of it", async () => {
    const { tariffId } = await enter(TOMORROW);
    const isIt = eq(shippingTariffs.id, tariffId);
    const change = (set: Partial<typeof shippingTariffs.$inferInsert>) =>
      inTransaction((tx) => tx.update(shippingTariffs).set(set).where(isIt));
    await expect(change({ nearFirstVnd: 1 })).rejects.toThrow();
    await expect(change({ effectiveOn: TODAY })).rejects.toThrow();
    await expect(inTransaction((tx) => tx.delete(shippingTariffs).where(isIt))).rejects.toThrow();
    await withdrawTariff(officer, { tariffId });
    await expect(change({ withdrawnAt: null })).rejects.toThrow();
    await expect(change({ withdrawnAt: 1 })).rejects.toThrow();
  });
});

describe("the form", () => {
  const typed = {
    tariffId: newId("sht"),
    effectiveOn: "23/11/2026",
    inProvinceFirst: "16.000",
    inProvinceNext: "3000 đ",
    nearFirst: "21,000",
    nearNext: "0",
    elsewhereFirst: "25.000",
    elsewhereNext: "6.000",
    stepGrams: "500",
    volumetricDivisor: "6.000",
    nearProvinceCodes: ["01", "04"],
  };
  const form = tariffFormOn(TODAY);
  const faultOf = (change: object) => {
    const { error } = form.safeParse({ ...typed, ...change });
    return error?.issues.map(({ path, message }) => `${path[0]?.toString()} ${message}`);
  };

  it("reads amounts and days as people write them", () => {
    expect(form.parse(typed)).toEqual({
      tariffId: typed.tariffId,
      effectiveOn: TOMORROW,
      stepGrams: 500,
      volumetricDivisor: 6_000,
      nearProvinceCodes: ["01", "04"],
      rates: {
        in_province: { firstStepVnd: 16_000, nextStepVnd: 3_000 },
        near: { firstStepVnd: 21_000, nextStepVnd: 0 },
        elsewhere: { firstStepVnd: 25_000, nextStepVnd: 6_000 },
      },
    });
  });

  it.each([
    [{ effectiveOn: "2026-11-21" }, "effectiveOn tariff_in_past"],
    [{ effectiveOn: "31/02/2027" }, "effectiveOn date_invalid"],
    [{ effectiveOn: undefined }, "effectiveOn tariff_day_missing"],
    [{ nearFirst: "-1" }, "nearFirst tariff_price_invalid"],
    [{ nearFirst: "0" }, "nearFirst tariff_first_invalid"],
    [{ nearNext: "1.000.001" }, "nearNext tariff_price_invalid"],
    [{ elsewhereNext: undefined }, "elsewhereNext tariff_price_invalid"],
    [{ stepGrams: "0" }, "stepGrams tariff_step_invalid"],
    [{ volumetricDivisor: "6,0" }, "volumetricDivisor tariff_divisor_invalid"],
    [{ tariffId: "sht_1" }, "tariffId form_outdated"],
  ])("finds fault with %j", (change, fault) => {
    expect(faultOf(change)).toEqual([fault]);
  });
});
