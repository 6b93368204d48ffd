import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { delegations, helperTargets } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { GUEST, type UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { helperTargetForm } from "~/domain/households/forms-delegation";
import {
  findHelperResult,
  findHelperTarget,
  listHelperResults,
} from "~/domain/households/queries-helpers.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { addDays, DAY_MS, HOUR_MS, localDateOf, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { askHelper } from "./ask-helper.server";
import { placeCheckout } from "./place-checkout.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  ownPhone,
  testSubmission,
} from "./test-shop";

const TODAY = "2026-11-22";
let close: () => void;
let officer: UserActor;
let agentId: string;

beforeAll(async () => {
  close = openTestDatabase();
  setClock(() => startOfDate(TODAY) + 9 * HOUR_MS);
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer" });
  officer = { kind: "user", userId, role: "department_officer" };
});
beforeEach(async () => {
  agentId = await insertTestUser({ role: "agent" });
});
afterAll(() => {
  setClock();
  close();
});

type Consent = Partial<typeof delegations.$inferInsert>;

/** A household that let the helper work for it from 60 days ago on, unless said otherwise. */
async function helped(change: Consent = {}): Promise<string> {
  const householdId = change.householdId ?? (await insertTestHousehold());
  await inTransaction(async (tx) => {
    await tx.insert(delegations).values({
      id: newId("dlg"),
      code: newId("dlg"),
      householdId,
      agentId,
      powers: ["orders"],
      days: 365,
      termsVersion: 1,
      way: "code",
      codeId: "pcd_1",
      askedAt: now() - 60 * DAY_MS,
      consentedAt: now() - 60 * DAY_MS,
      expiresAt: now() + 300 * DAY_MS,
      ...change,
    });
  });
  return householdId;
}

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
  await inTransaction(async (tx) => {
    await tx
      .update(orders)
      .set({ status: "delivered", deliveredAt, deliveredOn: localDateOf(deliveredAt) })
      .where(eq(orders.householdId, householdId));
  });
}

/** Something that the helper did in a household's name. */
async function acted(householdId: string, daysAgo: number) {
  await inTransaction(async (tx) => {
    await tx.insert(auditEntries).values({
      id: newId("aud"),
      occurredAt: now() - daysAgo * DAY_MS,
      actorId: agentId,
      actorKind: "agent",
      onBehalfOfId: householdId,
      action: "product.change_stock",
      subjectKind: "product",
      subjectId: "prd",
    });
  });
}

const ask = (change: Record<string, unknown> = {}) =>
  askHelper(officer, {
    agentId,
    targetId: newId("htg"),
    householdCount: 5,
    startsOn: addDays(TODAY, -30),
    endsOn: addDays(TODAY, 30),
    ...change,
  });

it("counts households that let the helper work, those that sell, and what was done for them", async () => {
  const selling = await helped();
  await helped({ householdId: selling }); // renewed: one household
  await helped();
  const over = await helped({ endedAt: now() - DAY_MS, endedBy: "household" });
  await sold(selling, 10);
  await sold(over, 10);
  await inTransaction(async (tx) => {
    const actor: UserActor = {
      kind: "user",
      userId: agentId,
      role: "agent",
      onBehalfOfId: selling,
    };
    const subject = { kind: "household", id: selling } as const;
    await recordAction(tx, { actor, action: "household.register", subject });
    await recordAction(tx, { actor, action: "order.confirm", subject });
  });
  expect(await findHelperResult(agentId)).toMatchObject({
    helpedCount: 2,
    sellingCount: 1,
    registeredCount: 1,
    actCount: 2,
    target: null,
  });
  expect((await listHelperResults()).length).toBeGreaterThan(0);
  expect(await findHelperResult(officer.userId)).toBeNull();
});

it("counts towards a target a household once, that sold in its days while it let the helper work", async () => {
  await ask();
  const count = async () => present(await findHelperTarget(agentId), "set").sellingCount;
  expect(await count()).toBe(0);
  const first = await helped();
  await sold(first, 10);
  await sold(first, 5);
  await helped({ householdId: first });
  expect(await count()).toBe(1);
  await sold(await helped(), 31); // before its days
  await sold(await helped({ consentedAt: now() - 3 * DAY_MS }), 10); // before it said yes
  await sold(await helped({ endedAt: now() - 20 * DAY_MS, endedBy: "household" }), 10); // after its no
  await sold(await helped({ consentedAt: null, expiresAt: null }), 10); // only asked
  expect(await count()).toBe(1);
  await sold(await helped({ endedAt: now() - 5 * DAY_MS, endedBy: "household" }), 10); // while it held
  expect(await count()).toBe(2);
});

it("counts towards a target no household that sold before and for which the helper did nothing", async () => {
  await ask();
  const target = async () => present(await findHelperTarget(agentId), "set");
  const consentedAt = now() - 25 * DAY_MS;
  const sellsByItself = await helped({ consentedAt });
  await sold(sellsByItself, 200);
  const [before] = await reader()
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.householdId, sellsByItself));
  await sold(sellsByItself, 10);
  await inTransaction(async (tx) => {
    const deliveredAt = now() - 200 * DAY_MS;
    await tx
      .update(orders)
      .set({ deliveredAt, deliveredOn: localDateOf(deliveredAt) })
      .where(eq(orders.id, present(before, "sold").id));
  });
  expect(await target()).toMatchObject({ sellingCount: 0, endedCount: 0 });
  await acted(sellsByItself, 26); // before this consent
  await acted(sellsByItself, 9); // after the sale
  expect(await target()).toMatchObject({ sellingCount: 0 });
  await acted(sellsByItself, 11);
  expect(await target()).toMatchObject({ sellingCount: 1, endedCount: 0 });

  const gone = await helped({ endedAt: now() - DAY_MS, endedBy: "household" });
  await sold(gone, 10);
  expect(await target()).toMatchObject({ sellingCount: 2, endedCount: 1 });
  await helped({ householdId: gone, consentedAt: now() - HOUR_MS }); // and trusts again
  expect(await target()).toMatchObject({ sellingCount: 2, endedCount: 0 });
});

it("is set once by a form that is sent twice, and the last one set holds", async () => {
  const targetId = newId("htg");
  const later = newId("htg");
  await ask({ targetId: later, householdCount: 3 });
  setClock(() => startOfDate(TODAY) + 10 * HOUR_MS);
  await ask({ targetId, householdCount: 8 });
  expect(await ask({ targetId, householdCount: 8 })).toMatchObject({ ok: true });
  for (const other of [
    { householdCount: 9 },
    { startsOn: addDays(TODAY, -29) },
    { endsOn: addDays(TODAY, 31) },
    { agentId: await insertTestUser({ role: "agent" }) },
  ]) {
    const answer = await ask({ targetId, householdCount: 8, ...other });
    expect(answer).toMatchObject({ code: "form_outdated" });
  }
  expect(await findHelperTarget(agentId)).toMatchObject({ householdCount: 8 });
  expect(await ask({ agentId: officer.userId })).toMatchObject({ code: "helper_unknown" });
  const noted = eq(auditEntries.subjectId, agentId);
  expect(await reader().$count(auditEntries, noted)).toBe(2);
  await expect(inTransaction(async (tx) => tx.delete(helperTargets))).rejects.toThrow();
});

it("takes a number of households and days in their order", () => {
  const codesOf = (typed: Record<string, string>) =>
    (
      helperTargetForm.safeParse({
        targetId: newId("htg"),
        householdCount: "5",
        startsOn: "2026-10-01",
        endsOn: "2026-12-31",
        ...typed,
      }).error?.issues ?? []
    ).map((issue) => issue.message);
  expect(codesOf({})).toEqual([]);
  expect(codesOf({ householdCount: "0" })).toEqual(["target_count_invalid"]);
  expect(codesOf({ householdCount: "501" })).toEqual(["target_count_invalid"]);
  expect(codesOf({ endsOn: "2026-09-30" })).toEqual(["target_ends_before"]);
  expect(codesOf({ endsOn: "2029-01-01" })).toEqual(["target_long"]);
  expect(codesOf({ startsOn: "", endsOn: "" })).toEqual([
    "target_start_missing",
    "target_end_missing",
  ]);
});
