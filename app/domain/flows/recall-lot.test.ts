import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { lots, stockReservations } from "~db/schema/catalog";
import { recallContacts } from "~db/schema/orders";
import { GUEST, type Actor } from "~/domain/audit/actor";
import { findHouseholdOrder } from "~/domain/orders/queries-household.server";
import { listRecallNotices } from "~/domain/orders/queries-packs.server";
import { listRecalls, listUntoldRecalls } from "~/domain/orders/queries-recall-list.server";
import { findRecall, listRecallBuyers } from "~/domain/orders/queries-recall.server";
import { recallCsv } from "~/domain/orders/recall-csv.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { exchangeLots } from "./exchange-lots.server";
import { exportRecallBuyers } from "./export-recall-buyers.server";
import { liftRecall } from "./lift-recall.server";
import { noteRecallContact } from "./note-recall-contact.server";
import { placeCheckout } from "./place-checkout.server";
import { recallLot } from "./recall-lot.server";
import {
  ALL,
  NOW,
  OK,
  cancel,
  confirm,
  deliver,
  honey,
  lotOf,
  member,
  otherId,
  place,
  placePaid,
  refuse,
  scope,
  setUpOrders,
  ship,
  statusOf,
} from "./test-orders";
import { insertTestLot, ownPhone, testSubmission } from "./test-shop";

setUpOrders();

const WORDS = { reason: "Nắp chai hở, hàng có thể hỏng.", instruction: "Đừng ăn, gọi nơi bán." };
const officer: Actor = { kind: "user", userId: "usr_officer", role: "department_officer" };
const elsewhere = () => ({ kind: "households", householdIds: [otherId] }) as const;
const honeyLot = async () => (await lotOf(honey))?.code ?? "";
const recall = async () => recallLot(member, scope, { lotCode: await honeyLot(), ...WORDS });
const buyersOf = async (who: typeof scope = ALL) =>
  (await listRecallBuyers(who, { lotCode: await honeyLot(), page: 1 }))?.buyers;
const note = async (orderCode: string, contactId: string = newId("rct")) =>
  noteRecallContact(member, scope, {
    contactId,
    lotCode: await honeyLot(),
    orderCode,
    outcome: "told",
    note: "",
  });

describe("an order with packs of a recalled lot", () => {
  it("is not shipped; with packs of another lot it is", async () => {
    const { jar } = await place("cod");
    await confirm(jar);
    expect(await recall()).toEqual(OK);
    expect(await ship(jar)).toEqual({ ok: false, code: "lot_recalled" });
    expect(await statusOf(jar)).toBe("confirmed");
    expect(await exchangeLots(member, scope, { orderCode: jar })).toMatchObject({
      code: "no_other_lot",
    });
    const fresh = await insertTestLot({ productId: honey, onHandCount: 2 });
    expect(await exchangeLots(member, elsewhere(), { orderCode: jar })).toMatchObject({
      code: "order_not_found",
    });
    expect(await exchangeLots(member, scope, { orderCode: jar })).toEqual(OK);
    expect(await exchangeLots(member, scope, { orderCode: jar })).toEqual(OK);
    expect((await findHouseholdOrder(scope, jar))?.packs).toMatchObject([
      { productName: "Mật ong bạc hà", lotCode: `L-${fresh}`, quantity: 1, isRecalled: false },
    ]);
    expect(await ship(jar)).toEqual(OK);
    expect(await deliver(jar)).toEqual(OK);
    expect(await buyersOf()).toEqual([]);
    const actions = (await reader().select().from(auditEntries)).map((entry) => entry.action);
    expect(actions.filter((action) => /lot/.test(action))).toEqual([
      "lot.recall",
      "order.exchange_lots",
    ]);
  });

  it("can be closed instead, and its packs are not sold again", async () => {
    const { jar } = await place("cod");
    await recall();
    expect(await cancel(jar)).toEqual(OK);
    expect((await lotOf(honey))?.reservedCount).toBe(0);
    const again = testSubmission({
      lines: [{ productId: honey, quantity: 1 }],
      expectedTotalVnd: 222_000,
      method: "cod",
    });
    expect(await placeCheckout(GUEST, again)).toMatchObject({ code: "sold_out" });
  });

  it("of another product is no matter of the recall", async () => {
    const { jar, packs } = await place("cod");
    await recall();
    await confirm(packs);
    expect(await ship(packs)).toEqual(OK);
    await cancel(jar);
  });

  it("tells its buyer while the recall stands and the packs are theirs", async () => {
    const { id, jar } = await placePaid();
    expect(await listRecallNotices(id)).toEqual([]);
    await confirm(jar);
    await ship(jar);
    await recall();
    expect(await listRecallNotices(id)).toMatchObject([
      { productName: "Mật ong bạc hà", quantity: 1, ...WORDS, householdPhone: "0912345678" },
    ]);
    await liftRecall(officer, { lotCode: await honeyLot(), reason: "Kiểm nghiệm đạt." });
    expect(await listRecallNotices(id)).toEqual([]);
    setClock(NOW + 60_000);
    await recall();
    expect(await listRecallNotices(id)).toHaveLength(1);
    await refuse(jar);
    expect(await listRecallNotices(id)).toEqual([]);
  });
});

describe("the buyers of a recalled lot", () => {
  it("are found in whatever state their order is, and nobody else", async () => {
    const delivered = await place("cod");
    await confirm(delivered.jar);
    await ship(delivered.jar);
    await deliver(delivered.jar);
    const waiting = await place("vietqr");
    const cancelled = await place("cod");
    await cancel(cancelled.jar);
    await recall();
    const all = await buyersOf();
    const found = new Map(all?.map((buyer) => [buyer.orderCode, buyer]));
    expect([...found.keys()].toSorted()).toEqual([delivered.jar, waiting.jar].toSorted());
    expect(found.get(delivered.jar)).toMatchObject({ status: "delivered", heldCount: 0 });
    expect(found.get(waiting.jar)).toMatchObject({
      status: "awaiting_payment",
      heldCount: 1,
      buyerPhone: waiting.phone,
      quantity: 1,
      contacts: [],
    });
    // A household learns of an order when there is something to prepare.
    expect((await buyersOf(scope))?.map((buyer) => buyer.orderCode)).toEqual([delivered.jar]);
    expect(await buyersOf(elsewhere())).toBeUndefined();
    expect(await findRecall(elsewhere(), await honeyLot())).toBeNull();
    expect(await listRecalls(ALL, 10)).toMatchObject([
      { orderCount: 2, packCount: 2, toldCount: 0, ...WORDS, isLifted: false },
    ]);
  });

  it("are called, each call noted once and kept", async () => {
    const { jar, packs } = await place("cod");
    await recall();
    const contactId = newId("rct");
    expect(await note(jar, contactId)).toEqual(OK);
    expect(await note(jar, contactId)).toEqual(OK);
    expect(await findRecall(scope, await honeyLot())).toMatchObject({
      orderCount: 1,
      toldCount: 1,
    });
    expect((await buyersOf(scope))?.[0]?.contacts).toMatchObject([{ outcome: "told" }]);
    expect(await note(packs)).toMatchObject({ code: "recall_not_found" });
    const foreign = { contactId: newId("rct"), orderCode: jar, outcome: "told", note: "" } as const;
    expect(
      await noteRecallContact(member, elsewhere(), { ...foreign, lotCode: await honeyLot() }),
    ).toMatchObject({ code: "recall_not_found" });
    expect(await reader().select().from(recallContacts)).toHaveLength(1);
  });

  it("are a reminder for both desks until the last of them is told", async () => {
    const first = await place("cod");
    const second = await place("cod");
    expect(await listUntoldRecalls(scope)).toEqual([]);
    await recall();
    const lotCode = await honeyLot();
    expect(await listUntoldRecalls(scope)).toEqual([{ lotCode, untoldCount: 2 }]);
    expect(await listUntoldRecalls(ALL)).toEqual([{ lotCode, untoldCount: 2 }]);
    expect(await listUntoldRecalls(elsewhere())).toEqual([]);
    await note(first.jar);
    expect(await listUntoldRecalls(scope)).toEqual([{ lotCode, untoldCount: 1 }]);
    await note(second.jar);
    expect(await listUntoldRecalls(scope)).toEqual([]);
    expect(await listRecalls(scope, 10)).toMatchObject([{ toldCount: 2 }]);
    await liftRecall(officer, { lotCode, reason: "Kiểm nghiệm đạt." });
    expect(await listRecalls(scope, 10)).toEqual([]);
  });

  it("go into a file that runs nothing, and who took it is on record", async () => {
    const submission = testSubmission({
      lines: [{ productId: honey, quantity: 1 }],
      expectedTotalVnd: 222_000,
      method: "cod",
      buyerName: '=HYPERLINK("http://x","Bấm")',
    });
    await placeCheckout(GUEST, submission);
    await recall();
    const lotCode = await honeyLot();
    expect(await exportRecallBuyers(member, elsewhere(), { lotCode })).toMatchObject({ ok: false });
    const exported = await exportRecallBuyers(member, scope, { lotCode });
    const csv = recallCsv(exported.ok ? exported.value : [], {
      head: Array.from({ length: 12 }, (_, i) => `cột ${i}`),
      buyerGone: "-",
      statusOf: String,
      outcomeOf: String,
    });
    expect(csv.startsWith("\uFEFFcột 0,")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""Bấm"")"`);
    expect(csv).toContain("0987\u00a0654\u00a0321");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
    const taken = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "recall.export_buyers"));
    expect(taken).toMatchObject([{ after: { lotCode, orderCount: 1 } }]);
  });
});

it("nothing of a lot is sold after its recall, however many buy at that moment", async () => {
  await insertTestLot({ productId: honey, onHandCount: 5 });
  const lotCode = await honeyLot();
  const [bad] = await reader().select().from(lots).where(eq(lots.code, lotCode));
  const buy = () =>
    placeCheckout(
      GUEST,
      testSubmission({
        lines: [{ productId: honey, quantity: 1 }],
        expectedTotalVnd: 222_000,
        method: "cod",
        buyerPhone: ownPhone(),
      }),
    );
  const before = Array.from({ length: 4 }, buy);
  const recalled = recallLot(officer, ALL, { lotCode, ...WORDS });
  const after = Array.from({ length: 12 }, buy);
  expect((await Promise.all(before)).every((one) => one.ok)).toBe(true);
  expect(await recalled).toEqual(OK);
  expect((await Promise.all(after)).filter((one) => one.ok)).toHaveLength(5);
  const held = await reader()
    .select()
    .from(stockReservations)
    .where(eq(stockReservations.lotId, bad?.id ?? ""));
  expect(held).toHaveLength(4);
  expect((await buyersOf())?.length).toBe(4);
});
