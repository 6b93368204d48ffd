import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { communeTargets } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { GUEST, type UserActor } from "~/domain/audit/actor";
import { communeTargetForm } from "~/domain/households/forms-delegation";
import { listCommuneTargets } from "~/domain/households/queries-commune-targets.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { addDays, DAY_MS, HOUR_MS, localDateOf, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { askCommune } from "./ask-commune.server";
import { placeCheckout } from "./place-checkout.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  ownPhone,
  TEST_SHOP,
  testSubmission,
} from "./test-shop";

const TODAY = "2026-11-22";
const { communeCode, secondCommuneCode } = TEST_SHOP;
let close: () => void;
let officer: UserActor;

beforeAll(async () => {
  close = openTestDatabase();
  setClock(() => startOfDate(TODAY) + 9 * HOUR_MS);
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer" });
  officer = { kind: "user", userId, role: "department_officer" };
});
afterAll(() => {
  setClock();
  close();
});

async function sold(householdId: string, daysAgo: number) {
  const productId = await insertTestProduct({ householdId });
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId, quantity: 1 }],
      expectedTotalVnd: vnd(185_000 + 37_000),
      method: "cod",
      buyerPhone: ownPhone(),
    }),
  );
  if (!placed.ok) throw new Error(JSON.stringify(placed));
  const deliveredAt = now() - daysAgo * DAY_MS;
  await inTransaction((tx) =>
    tx
      .update(orders)
      .set({ status: "delivered", deliveredAt, deliveredOn: localDateOf(deliveredAt) })
      .where(eq(orders.householdId, householdId)),
  );
}

const ask = (change: Record<string, unknown> = {}) =>
  askCommune(officer, {
    targetId: newId("ctg"),
    communeCode,
    householdCount: 5,
    startsOn: addDays(TODAY, -30),
    endsOn: TODAY,
    ...change,
  });

it("counts a household of the commune once, whoever helped it, that sold within the days", async () => {
  await ask();
  await ask({ communeCode: secondCommuneCode, householdCount: 2 });
  const selling = await insertTestHousehold();
  await sold(selling, 0);
  await sold(selling, 30);
  await sold(await insertTestHousehold(), 31); // before its days
  await sold(await insertTestHousehold({ communeCode: secondCommuneCode }), 5);
  await insertTestHousehold();
  expect(await listCommuneTargets()).toMatchObject([
    { commune: { code: secondCommuneCode }, sellingCount: 1, householdCount: 2 },
    { commune: { code: communeCode }, sellingCount: 1, householdCount: 5 },
  ]);
  expect(await listCommuneTargets([communeCode])).toMatchObject([
    { commune: { code: communeCode, name: "Xã Lũng Cú" } },
  ]);
  expect(await listCommuneTargets([])).toEqual([]);
});

it("is set once by a form that is sent twice, for communes of the province, and the last one set holds", async () => {
  setClock(() => startOfDate(TODAY) + 10 * HOUR_MS);
  const targetId = newId("ctg");
  const before = await reader().$count(auditEntries, eq(auditEntries.subjectId, communeCode));
  await ask({ targetId, householdCount: 8 });
  expect(await ask({ targetId, householdCount: 8 })).toMatchObject({ ok: true });
  // Back in the browser, and another number: no form that was sent before says it.
  for (const other of [
    { householdCount: 9 },
    { communeCode: secondCommuneCode },
    { startsOn: addDays(TODAY, -29) },
    { endsOn: addDays(TODAY, 1) },
  ]) {
    const answer = await ask({ targetId, householdCount: 8, ...other });
    expect(answer).toMatchObject({ code: "form_outdated" });
  }
  expect(await listCommuneTargets([communeCode])).toMatchObject([{ householdCount: 8 }]);
  const after = await reader().$count(auditEntries, eq(auditEntries.subjectId, communeCode));
  expect(after).toBe(before + 1);
  for (const other of [TEST_SHOP.nearCommuneCode, "99999", ""]) {
    expect(await ask({ communeCode: other })).toMatchObject({ code: "commune_elsewhere" });
  }
  await expect(inTransaction((tx) => tx.delete(communeTargets))).rejects.toThrow();
  const change = inTransaction((tx) => tx.update(communeTargets).set({ householdCount: 1 }));
  await expect(change).rejects.toThrow();
});

it("takes a commune, a number of households and days in their order", () => {
  const codesOf = (typed: Record<string, string | undefined>) =>
    (
      communeTargetForm.safeParse({
        targetId: newId("ctg"),
        communeCode,
        householdCount: "5",
        startsOn: "2026-10-01",
        endsOn: "2026-12-31",
        ...typed,
      }).error?.issues ?? []
    ).map((issue) => issue.message);
  expect(codesOf({})).toEqual([]);
  expect(codesOf({ communeCode: undefined })).toEqual(["commune_missing"]);
  expect(codesOf({ householdCount: "501" })).toEqual(["target_count_invalid"]);
  expect(codesOf({ endsOn: "2026-09-30" })).toEqual(["target_ends_before"]);
});
