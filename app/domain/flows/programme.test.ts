import { afterAll, beforeAll, expect, it } from "vitest";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { documentEvents, documents, productEvents } from "~db/schema/catalog";
import { householdEvents } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { trainingAttendances, trainingSessions } from "~db/schema/training";
import { GUEST } from "~/domain/audit/actor";
import { LICENCE_KINDS } from "~/domain/catalog/document-kinds";
import { listRecognised } from "~/domain/catalog/queries-recognised.server";
import { countRecognisedAt } from "~/domain/catalog/recognised";
import { listHelperResults } from "~/domain/households/queries-helpers.server";
import { chooseProgrammeYear, readProgramme } from "~/domain/statistics/queries-programme.server";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS, localDateOf, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { eq } from "drizzle-orm";
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

const { communeCode, secondCommuneCode } = TEST_SHOP;
let close: () => void;
/** The first sells and was taught, the second has no sales; both have a helper. */
let first: string;
let second: string;

beforeAll(async () => {
  close = openTestDatabase();
  setClock(() => startOfDate("2026-11-22") + 9 * HOUR_MS);
  await insertTestShop();
  first = await insertTestHousehold();
  second = await insertTestHousehold({ communeCode: secondCommuneCode });
  const agentId = await insertTestUser({ role: "agent" });
  for (const householdId of [first, second]) await help(householdId, agentId);
  await sellTo(first, 20);
  await certify(first, { issuedOn: "2026-03-10", expiresOn: "2029-03-10" });
  await certify(first, { issuedOn: "2023-01-01", expiresOn: "2026-02-01" });
  await teach(first, "2026-10-30");
  await teach(first, "2026-11-02");
});
afterAll(() => {
  setClock();
  close();
});

async function help(householdId: string, agentId: string) {
  const id = newId("dlg");
  const at = now() - 60 * DAY_MS;
  await inTransaction((tx) =>
    tx.insert(delegations).values({
      id,
      code: id,
      householdId,
      agentId,
      powers: ["orders"],
      days: 365,
      termsVersion: 1,
      way: "code",
      codeId: "pcd_1",
      askedAt: at,
      consentedAt: at,
      expiresAt: now() + 300 * DAY_MS,
    }),
  );
}

async function sellTo(householdId: string, daysAgo: number) {
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
  if (!placed.ok) throw new Error(placed.code);
  const deliveredAt = now() - daysAgo * DAY_MS;
  await inTransaction((tx) =>
    tx
      .update(orders)
      .set({ status: "delivered", deliveredAt, deliveredOn: localDateOf(deliveredAt) })
      .where(eq(orders.householdId, householdId)),
  );
}

/** A product of it that came on sale on 1 May and went on 1 September. */
async function certify(householdId: string, span: { issuedOn: string; expiresOn: string }) {
  const productId = await insertTestProduct({ householdId });
  const certificateId = newId("cer");
  await inTransaction(async (tx) => {
    await tx.insert(certificates).values({
      id: certificateId,
      householdId,
      stars: 3,
      decisionNumber: "12/QĐ-UBND",
      issuerLevel: "province",
      issuerName: "UBND xã",
      status: "confirmed",
      createdAt: now(),
      ...span,
    });
    await tx.insert(certificateProducts).values({ certificateId, productId });
    for (const [day, toStatus] of [
      ["2026-05-01", "published"],
      ["2026-09-01", "withdrawn"],
    ] as const) {
      const id = newId("pev");
      await tx
        .insert(productEvents)
        .values({ id, productId, toStatus, occurredAt: startOfDate(day) });
    }
  });
}

async function teach(householdId: string, heldOn: string) {
  const sessionId = newId("trn");
  await inTransaction(async (tx) => {
    await tx.insert(trainingSessions).values({
      id: sessionId,
      code: sessionId,
      title: "Chụp ảnh",
      lessons: [],
      communeCode,
      place: "Nhà văn hóa",
      heldOn,
      startsAt: "08:00",
      endsAt: "10:00",
      teacher: "Lê Thị Dạy",
      status: "planned",
      createdAt: now(),
    });
    await tx.insert(trainingAttendances).values({
      id: newId("tra"),
      sessionId,
      householdId,
      way: "list",
      writtenAt: now(),
    });
  });
}

it("says of helped households and training what the lists of helpers and sessions say", async () => {
  const { total } = await readProgramme("2026");
  const [helper] = await listHelperResults();
  expect([total.helpedCount, total.helpedSellingCount]).toEqual([2, 1]);
  expect([helper?.helpedCount, helper?.sellingCount]).toEqual([2, 1]);
  const outcome = (await loadOutcomes({ kind: "all" })).total;
  expect([total.attendedCount, total.soldCount]).toEqual([1, 1]);
  expect([outcome.households, outcome.sold.within]).toEqual([1, 1]);
  expect(total).toMatchObject({ sessionCount: 2, sellerCount: null });
});

it("counts each month as it was at its end, and a household once in a row", async () => {
  const { months } = await readProgramme("2026");
  const of = (name: string) => months.find(({ month }) => month === name)?.counts;
  expect(months.map(({ month }) => month).slice(-2)).toEqual(["2026-10", "2026-11"]);
  expect(of("2026-08")).toMatchObject({ helpedCount: 0, recognisedCount: 1, onSaleCount: 1 });
  expect(of("2026-09")).toMatchObject({ helpedCount: 2, helpedSellingCount: 0, onSaleCount: 0 });
  expect(of("2026-10")).toMatchObject({ sessionCount: 1, attendedCount: 1, soldCount: 1 });
  expect(of("2026-11")).toMatchObject({ sessionCount: 1, helpedSellingCount: 1 });
  expect([of("2026-01"), of("2026-02"), of("2026-03")].map((one) => one?.recognisedCount)).toEqual([
    1, 0, 1,
  ]);
});

it("counts communes by themselves, and leaves out those without anything", async () => {
  const { communes } = await readProgramme("2026");
  expect(communes.map(({ code }) => code).toSorted()).toEqual([communeCode, secondCommuneCode]);
  expect(communes.find(({ code }) => code === secondCommuneCode)?.counts).toMatchObject({
    helpedCount: 1,
    helpedSellingCount: 0,
    recognisedCount: 0,
    sessionCount: 0,
  });
});

it("knows the years that have come", () => {
  expect(chooseProgrammeYear(null)).toEqual({ years: ["2026", "2025"], year: "2026" });
  expect(chooseProgrammeYear("2027").year).toBe(null);
});

it("counts as on sale what buyers can find: no product of a suspended household, no drink without a licence", async () => {
  const householdId = await insertTestHousehold({ communeCode: secondCommuneCode });
  const onSaleAt = async (day: string) => {
    const all = await listRecognised();
    const own = all.filter(({ productId }) => ids.includes(productId));
    return countRecognisedAt(own, startOfDate(day) + HOUR_MS);
  };
  const ids = [
    await insertTestProduct({ householdId, ocopSet: 4 }),
    await insertTestProduct({ householdId, ocopSet: 14 }),
  ];
  await inTransaction(async (tx) => {
    const id = newId("cer");
    await tx.insert(certificates).values({
      id,
      householdId,
      stars: 4,
      decisionNumber: "13/QĐ-UBND",
      issuerLevel: "province",
      issuerName: "UBND tỉnh",
      status: "confirmed",
      createdAt: now(),
      issuedOn: "2026-01-10",
      expiresOn: "2029-01-10",
    });
    for (const productId of ids) {
      await tx.insert(certificateProducts).values({ certificateId: id, productId });
      await tx.insert(productEvents).values({
        id: newId("pev"),
        productId,
        toStatus: "published",
        occurredAt: startOfDate("2026-02-01"),
      });
    }
    for (const [day, toStatus] of [
      ["2026-01-05", "approved"],
      ["2026-06-01", "suspended"],
      ["2026-07-01", "approved"],
    ] as const) {
      const occurredAt = startOfDate(day);
      await tx
        .insert(householdEvents)
        .values({ id: newId("hev"), householdId, toStatus, occurredAt });
    }
    const documentId = newId("doc");
    await tx.insert(documents).values({
      id: documentId,
      householdId,
      kind: LICENCE_KINDS[0],
      number: "7/GP",
      issuer: "UBND xã",
      issuedOn: "2026-03-01",
      expiresOn: "2026-09-01",
      status: "checked",
      createdAt: now(),
    });
    await tx.insert(documentEvents).values({
      id: newId("dev"),
      documentId,
      toStatus: "checked",
      occurredAt: startOfDate("2026-03-20"),
    });
  });
  const counts = [];
  for (const day of [
    "2026-01-20", // recognised, not yet listed
    "2026-02-10", // the drink has no licence
    "2026-03-10", // and none that was checked
    "2026-04-01",
    "2026-06-10", // suspended
    "2026-07-10",
    "2026-09-01", // the licence has ended
  ]) {
    counts.push((await onSaleAt(day)).onSaleCount);
  }
  expect(counts).toEqual([0, 1, 1, 2, 0, 2, 1]);
  expect((await onSaleAt("2026-09-01")).recognisedCount).toBe(2);
});
