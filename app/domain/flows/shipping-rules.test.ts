import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import type { Actor } from "~/domain/audit/actor";
import type { PickupPoint } from "~/domain/households/shipping-rules";
import { findCheckout } from "~/domain/orders/queries.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { changePickupPoints } from "./change-pickup-points.server";
import { changeShippingRules } from "./change-shipping-rules.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { shipOrder } from "./ship-order.server";
import { BUYER, honey, householdId, setUpCart, tea } from "./test-cart";
import { TEST_SHOP, testSubmission } from "./test-shop";

setUpCart();

const MEMBER: Actor = { kind: "user", userId: "usr_member", role: "household_member" };
const ownScope = () => ({ kind: "households", householdIds: [householdId] }) as const;
const { communeCode, nearCommuneCode, elsewhereCommuneCode } = TEST_SHOP;
const ANYWHERE = { freshReach: "anywhere", shipDays: null, freeShippingFromVnd: null } as const;

const setRules = (rules: Partial<Parameters<typeof changeShippingRules>[2]["rules"]>) =>
  changeShippingRules(MEMBER, ownScope(), { householdId, rules: { ...ANYWHERE, ...rules } });

const newPoint = (): PickupPoint => ({
  id: newId("pup"),
  name: "Bưu điện xã",
  address: "Thôn Lô Lô Chải, Xã Lũng Cú, Tỉnh Tuyên Quang",
  hours: "7:00 đến 17:00",
});

async function addPoint(point = newPoint()): Promise<PickupPoint> {
  const change = { add: point };
  expect((await changePickupPoints(MEMBER, ownScope(), { householdId, change })).ok).toBe(true);
  return point;
}

const makeFresh = () =>
  inTransaction(async (tx) => {
    await tx.update(products).set({ ocopSet: 1 }).where(eq(products.id, honey));
  });

const packs = (quantity = 1) => [{ productId: honey, quantity }];
const audited = async (action: string) =>
  (await reader().select().from(auditEntries)).filter((entry) => entry.action === action);

describe("how far fresh goods go", () => {
  const problemTo = async (code: string | null) =>
    (await quoteCheckout({ lines: packs(), communeCode: code })).lines[0]?.problem;

  it.each([
    ["in_province", [null, "not_shipped_there", "not_shipped_there"]],
    ["near", [null, null, "not_shipped_there"]],
    ["anywhere", [null, null, null]],
  ] as const)("%s is told before paying", async (freshReach, expected) => {
    await makeFresh();
    await setRules({ freshReach });
    const problems = [];
    for (const code of [communeCode, nearCommuneCode, elsewhereCommuneCode]) {
      problems.push(await problemTo(code));
    }
    expect(problems).toEqual(expected);
    expect(await problemTo(null)).toBeNull();
  });

  it("does not touch what keeps", async () => {
    await setRules({ freshReach: "in_province" });
    expect(await problemTo(elsewhereCommuneCode)).toBeNull();
  });

  it("refuses the order by the product's name, and writes nothing", async () => {
    await makeFresh();
    await setRules({ freshReach: "near" });
    const submission = testSubmission({
      lines: [...packs(), { productId: tea, quantity: 1 }],
      expectedTotalVnd: 185_000 + 37_000 + 90_000 + 30_000,
    });
    expect(await placeCheckout(BUYER, submission)).toMatchObject({
      ok: false,
      code: "not_shipped_there",
      detail: { productName: "Mật ong bạc hà" },
    });
    expect(await reader().$count(orders)).toBe(0);
    const near = { ...submission, communeCode: nearCommuneCode };
    const expectedTotalVnd = 185_000 + 29_000 + 90_000 + 24_000;
    expect(await placeCheckout(BUYER, { ...near, expectedTotalVnd })).toMatchObject({ ok: true });
  });

  it("says no further than the buyer comes for it", async () => {
    await makeFresh();
    await setRules({ freshReach: "in_province" });
    const point = await addPoint();
    const pickups = { [householdId]: point.id };
    const quote = await quoteCheckout({
      lines: packs(),
      communeCode: elsewhereCommuneCode,
      pickups,
    });
    expect(quote).toMatchObject({ lines: [{ problem: null }], shippingVnd: 0, totalVnd: 185_000 });
  });
});

describe("free shipping from an amount on", () => {
  const shippingOf = async (quantity: number) =>
    (await quoteCheckout({ lines: packs(quantity), communeCode })).shippingVnd;

  it("counts the goods of this household alone, at the very amount", async () => {
    await setRules({ freeShippingFromVnd: 2 * 185_000 });
    expect(await shippingOf(1)).toBe(22_000);
    expect(await shippingOf(2)).toBe(0);
    await setRules({ freeShippingFromVnd: 2 * 185_000 + 1 });
    expect(await shippingOf(2)).toBe(26_000);
    const lines = [...packs(2), { productId: tea, quantity: 5 }];
    const quote = await quoteCheckout({ lines, communeCode });
    expect(quote.households.map((one) => one.shippingVnd)).toEqual([26_000, 18_000]);
  });

  it("leaves the household the goods' price, out of which it pays the carrier", async () => {
    await setRules({ freeShippingFromVnd: 100_000 });
    const placed = await placeCheckout(
      BUYER,
      testSubmission({ lines: packs(), communeCode, method: "cod", expectedTotalVnd: 185_000 }),
    );
    expect(placed.ok).toBe(true);
    expect(await reader().select().from(orders)).toMatchObject([
      { itemsVnd: 185_000, shippingVnd: 0, totalVnd: 185_000, commissionVnd: 9_250 },
    ]);
  });
});

it("prices a bulky pack by its volume", async () => {
  const packageSize = { lengthCm: 40, widthCm: 30, heightCm: 15 }; // 18,000 cm3 are 3 kg
  await inTransaction(async (tx) => {
    await tx.update(products).set({ packageSize }).where(eq(products.id, honey));
  });
  const quote = await quoteCheckout({ lines: packs(), communeCode });
  expect(quote.shippingVnd).toBe(18_000 + 5 * 4_000);
});

it("tells on which days a household sends", async () => {
  await setRules({ shipDays: [1, 2, 3, 4] });
  const quote = await quoteCheckout({ lines: packs(), communeCode: null });
  // 22/11/2026 is a Sunday.
  expect(quote.households).toMatchObject([{ nextShipOn: "2026-11-23" }]);
});

describe("coming for it", () => {
  const placeAt = async (pointId: string, change = {}) =>
    placeCheckout(
      BUYER,
      testSubmission({
        lines: packs(),
        method: "cod",
        pickups: { [householdId]: pointId },
        expectedTotalVnd: 185_000,
        ...change,
      }),
    );

  it("costs no shipping, and the order keeps the place as it was", async () => {
    const point = await addPoint();
    const placed = await placeAt(point.id);
    const code = placed.ok ? placed.value.code : "";
    const change = { removeId: point.id };
    await changePickupPoints(MEMBER, ownScope(), { householdId, change });
    expect((await findCheckout(code))?.orders).toMatchObject([
      { pickupPoint: point, shippingVnd: 0, carrier: null },
    ]);
    await expect(
      inTransaction((tx) => tx.update(orders).set({ pickupPoint: null })),
    ).rejects.toThrow();
  });

  it("needs no carrier, and the household takes the cash itself", async () => {
    const placed = await placeAt((await addPoint()).id);
    const orderCode = `${placed.ok ? placed.value.code : ""}-1`;
    await confirmOrder(MEMBER, ownScope(), { orderCode });
    const parcel = { orderCode, carrier: "GHN", trackingCode: "X1" };
    expect((await shipOrder(MEMBER, ownScope(), parcel)).ok).toBe(true);
    const [shown] = (await findCheckout(placed.ok ? placed.value.code : ""))?.orders ?? [];
    expect(shown).toMatchObject({ status: "shipped", carrier: "", trackingCode: "" });
    expect(
      (await deliverOrder(MEMBER, { by: "household", scope: ownScope() }, { orderCode })).ok,
    ).toBe(true);
    expect(await balanceOf({ kind: "household_cash", ownerId: householdId })).toBe(9_250);
    expect(await balanceOf({ kind: "courier" })).toBe(0);
  });

  it("is refused at a point that is no more, or is another household's", async () => {
    const point = await addPoint();
    const change = { removeId: point.id };
    await changePickupPoints(MEMBER, ownScope(), { householdId, change });
    expect(await placeAt(point.id)).toMatchObject({ ok: false, code: "pickup_point_gone" });
    const own = await addPoint();
    const lines = [...packs(), { productId: tea, quantity: 1 }];
    const [, other] = (await quoteCheckout({ lines, communeCode })).households;
    const pickups = { [other?.householdId ?? ""]: own.id };
    expect(await placeAt(own.id, { lines, pickups })).toMatchObject({ code: "pickup_point_gone" });
    expect(await reader().$count(orders)).toBe(0);
  });

  it("sent again another way with the same form is a change that is not taken", async () => {
    const point = await addPoint();
    const submissionKey = newToken();
    const first = await placeAt(point.id, { submissionKey });
    const again = await placeAt(point.id, { submissionKey });
    expect(again).toEqual(first);
    const sent = await placeAt("", { submissionKey });
    expect(sent).toMatchObject({ ok: true, value: { hasIgnoredChange: true } });
    expect(await reader().$count(orders)).toBe(1);
  });
});

describe("the household's own page", () => {
  it("changes nothing outside its scope, and says nothing of it", async () => {
    const scope = { kind: "households", householdIds: ["hh_other"] } as const;
    const failed = { ok: false, code: "household_not_found" };
    const rules = { ...ANYWHERE, freshReach: "near" as const };
    expect(await changeShippingRules(MEMBER, scope, { householdId, rules })).toMatchObject(failed);
    const change = { add: newPoint() };
    expect(await changePickupPoints(MEMBER, scope, { householdId, change })).toMatchObject(failed);
    expect(await reader().$count(auditEntries)).toBe(0);
  });

  it("notes each change once, with what was before", async () => {
    await setRules({ freeShippingFromVnd: vnd(500_000) });
    await setRules({ freeShippingFromVnd: vnd(500_000) });
    expect(await audited("household.change_shipping")).toMatchObject([
      { before: ANYWHERE, after: { freeShippingFromVnd: 500_000 }, subjectId: householdId },
    ]);
    const point = await addPoint();
    await addPoint(point);
    expect(await audited("household.change_pickup_points")).toMatchObject([
      { before: [], after: [point] },
    ]);
  });

  it("has three pick-up points at most", async () => {
    for (let i = 0; i < 3; i += 1) await addPoint();
    const change = { add: newPoint() };
    expect(await changePickupPoints(MEMBER, ownScope(), { householdId, change })).toMatchObject({
      code: "too_many_pickup_points",
    });
    const [row] = await reader()
      .select({ points: households.pickupPoints })
      .from(households)
      .where(eq(households.id, householdId));
    expect(row?.points).toHaveLength(3);
  });
});
