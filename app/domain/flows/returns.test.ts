import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { returnRequests } from "~db/schema/returns";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { GUEST } from "~/domain/audit/actor";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { findReturnable } from "~/domain/returns/queries.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS, startOfDate } from "~/platform/period";
import { deliverOrder } from "./deliver-order.server";
import { moveOverdue } from "./move-overdue.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { shipOrder } from "./ship-order.server";
import { insertTestProduct, testNotice, testSubmission } from "./test-shop";
import { moveReturn } from "./move-return.server";
import { refundReturn } from "./refund-return.server";
import { requestReturn, type ReturnSubmission } from "./request-return.server";
import {
  ALL,
  bringMyself,
  BY_ALL,
  confirm,
  deliver,
  householdId,
  lotOf,
  member,
  OK,
  otherId,
  pack,
  place,
  placePaid,
  refuse,
  setUpOrders,
  ship,
  statusOf,
  tea,
} from "./test-orders";

const DEPARTMENT = { by: "department" } as const;
const officer = { kind: "user", userId: "usr_officer", role: "department_officer" } as const;

/** Three packs of tea (90,001 đ each, 30,000 đ shipping), paid and delivered. */
async function delivered() {
  const checkout = await placePaid();
  await confirm(checkout.packs);
  await ship(checkout.packs);
  await deliver(checkout.packs);
  return checkout;
}

async function lineOf(orderCode: string) {
  return (await loadOrder(reader(), orderCode))?.lineItems[0]?.id ?? "";
}

async function ask(
  checkout: { code: string; packs: string },
  change: Partial<ReturnSubmission> & { packCount?: number } = {},
) {
  const { packCount = 1, ...words } = change;
  return requestReturn(GUEST, {
    checkoutCode: checkout.code,
    orderCode: checkout.packs,
    reason: "damaged",
    note: "Một gói bị rách, chè ẩm.",
    lines: [{ lineItemId: await lineOf(checkout.packs), packCount }],
    ...words,
  });
}

async function asked(checkout: { code: string; packs: string }, packCount = 1): Promise<string> {
  const opened = await ask(checkout, { packCount });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.code;
}

const buyerOf = (checkout: { code: string }) =>
  ({ by: "buyer", checkoutCode: checkout.code }) as const;
const whole = { note: "", isRestocked: false, lines: null };
const standing = async (code: string) =>
  (await reader().select().from(returnRequests).where(eq(returnRequests.code, code)))[0];
const refundDue = async (checkout: { id: string }) =>
  balanceOf({ kind: "refund_due", ownerId: checkout.id });

describe("giving goods back", () => {
  setUpOrders();

  it("returns one line's pack: money, commission, shipping share, stock and figures", async () => {
    const checkout = await delivered();
    setClock(startOfDate("2026-12-02"));
    const code = await asked(checkout);
    expect(code).toBe(`${checkout.packs}-T1`);
    await moveReturn({ actor: member, mover: BY_ALL, code, to: "accepted", note: "Gửi lại giúp." });
    await moveReturn({ actor: GUEST, mover: buyerOf(checkout), code, to: "returning", note: "" });
    const before = await lotOf(tea);
    expect(await refundReturn(member, BY_ALL, { ...whole, code, isRestocked: true })).toEqual(OK);
    // 90,001 and a third of 30,000; commission of three packs 13,500, of two 9,000.
    expect(await standing(code)).toMatchObject({
      status: "refunded",
      refundVnd: 100_001,
      shippingVnd: 10_000,
      commissionVnd: 4_500,
      refundedOn: "2026-12-02",
      clockAt: null,
    });
    expect(await refundDue(checkout)).toBe(100_001);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(
      300_003 - 13_500 - 100_001 + 4_500,
    );
    expect((await lotOf(tea))?.onHandCount).toBe((before?.onHandCount ?? 0) + 1);
    expect(await reader().select().from(monthlySales).orderBy(monthlySales.month)).toMatchObject([
      { month: "2026-11", itemsVnd: 270_003, returnedVnd: 0 },
      { month: "2026-12", itemsVnd: 0, returnedVnd: 90_001, returnedCount: 1 },
    ]);
    expect(
      await reader().select().from(monthlySellers).where(eq(monthlySellers.month, "2026-12")),
    ).toMatchObject([{ orderCount: 0, returnedVnd: 90_001, returnedShippingVnd: 10_000 }]);
    expect(await statusOf(checkout.packs)).toBe("delivered");
    // A form sent twice.
    expect(await refundReturn(member, BY_ALL, { ...whole, code })).toEqual(OK);
    expect(await refundDue(checkout)).toBe(100_001);
  });

  it("gives back all of an order in parts, to the đồng", async () => {
    const checkout = await delivered();
    for (const packCount of [1, 2]) {
      const code = await asked(checkout, packCount);
      expect(await refundReturn(member, BY_ALL, { ...whole, code })).toEqual(OK);
    }
    expect(await refundDue(checkout)).toBe(300_003);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(0);
    expect(await balanceOf({ kind: "commission" })).toBe(0);
    expect(await ask(checkout)).toEqual({
      ok: false,
      code: "return_count_invalid",
      detail: { leftCount: 0 },
    });
  });

  it("is no parcel that never came, once its buyer has said that it came", async () => {
    const checkout = await placePaid();
    await confirm(checkout.packs);
    await ship(checkout.packs);
    await deliverOrder(GUEST, buyerOf(checkout), { orderCode: checkout.packs });
    const reasons = (await findReturnable(checkout.code, checkout.packs))?.reasons;
    expect(reasons).toContain("damaged");
    expect(reasons).not.toContain("not_received");
    expect(await ask(checkout, { reason: "not_received", lines: [] })).toMatchObject({ ok: false });
  });

  it("is asked for once at a time, in time, and of what was bought", async () => {
    const checkout = await delivered();
    expect(await ask(checkout, { packCount: 4 })).toMatchObject({ code: "return_count_invalid" });
    expect(await ask(checkout, { packCount: 0 })).toMatchObject({ code: "return_empty" });
    expect(await ask(checkout, { checkoutCode: "UQ0000000" })).toMatchObject({
      code: "order_not_found",
    });
    await asked(checkout);
    expect(await ask(checkout)).toMatchObject({ code: "return_open" });
    const later = await delivered();
    // Seven days from when the parcel may have come at the latest: the household alone said that it did.
    setClock(now() + 12 * DAY_MS - 1);
    expect(await ask(later, { packCount: 0 })).toMatchObject({ code: "return_empty" });
    setClock(now() + 1);
    expect(await ask(later)).toMatchObject({ code: "return_too_late" });
    // Wrong information gives thirty days.
    expect(await ask(later, { reason: "not_as_described" })).toMatchObject({ ok: true });
  });

  it("case 38: makes the household owe what it has taken in cash itself, and takes it from its next sale", async () => {
    const checkout = await place("cod");
    await confirm(checkout.packs);
    await bringMyself(checkout.packs);
    await deliver(checkout.packs);
    const code = await asked(checkout, 3);
    await refundReturn(member, BY_ALL, { ...whole, code });
    const debt = { kind: "household_debt", ownerId: otherId } as const;
    expect(await balanceOf(debt)).toBe(300_003 - 13_500);
    expect(await refundDue(checkout)).toBe(300_003);
    const next = await placePaid();
    await confirm(next.packs);
    await ship(next.packs);
    await deliver(next.packs);
    expect(await balanceOf(debt)).toBe(0);
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(0);
  });

  it("is decided by the department when the household says no, for fewer packs too", async () => {
    const checkout = await delivered();
    const code = await asked(checkout, 3);
    const no = { actor: member, mover: BY_ALL, code, to: "declined", note: "Hàng tốt." } as const;
    expect(await moveReturn(no)).toEqual(OK);
    expect(await refundReturn(officer, DEPARTMENT, { ...whole, code })).toMatchObject({
      code: "move_not_allowed",
    });
    const call = {
      actor: GUEST,
      mover: buyerOf(checkout),
      code,
      to: "disputed",
      note: "",
    } as const;
    expect(await moveReturn(call)).toEqual(OK);
    const lines = [{ lineItemId: await lineOf(checkout.packs), packCount: 2 }];
    const decision = { code, note: "Hai gói ẩm.", isRestocked: false, lines };
    expect(await refundReturn(officer, DEPARTMENT, decision)).toEqual(OK);
    expect(await standing(code)).toMatchObject({ status: "refunded", refundVnd: 200_002 });
    expect(await refundDue(checkout)).toBe(200_002);
  });

  it("is not asked for again once the department has decided, five times at most", async () => {
    const checkout = await delivered();
    const code = await asked(checkout, 3);
    await moveReturn({ actor: member, mover: BY_ALL, code, to: "declined", note: "Không." });
    const buyer = { actor: GUEST, mover: buyerOf(checkout), note: "" };
    await moveReturn({ ...buyer, code, to: "disputed" });
    await moveReturn({ actor: officer, mover: DEPARTMENT, code, to: "closed", note: "Không." });
    expect(await ask(checkout)).toMatchObject({ code: "return_decided" });
    const other = await delivered();
    for (let times = 0; times < 5; times += 1) {
      await moveReturn({ ...buyer, mover: buyerOf(other), code: await asked(other), to: "closed" });
    }
    expect(await ask(other)).toMatchObject({ code: "return_limit" });
  });

  it("does not concern another household or another buyer", async () => {
    const checkout = await delivered();
    const code = await asked(checkout);
    const none = { ok: false, code: "return_not_found" };
    const other = { by: "household", scope: { kind: "households", householdIds: [householdId] } };
    const stranger = { by: "buyer", checkoutCode: "UQ0000000" };
    for (const mover of [other, stranger] as const) {
      const move = { actor: member, mover: mover as typeof BY_ALL, code, note: "" };
      expect(await moveReturn({ ...move, to: "closed" })).toEqual(none);
      expect(await refundReturn(member, mover as typeof BY_ALL, { ...whole, code })).toEqual(none);
    }
  });
});

describe("a parcel that never came", () => {
  setUpOrders();

  async function missing() {
    const checkout = await placePaid();
    await confirm(checkout.packs);
    await pack(checkout.packs);
    await ship(checkout.packs);
    return checkout;
  }

  it("is not received by itself once its buyer says so, and ends the order as lost", async () => {
    const checkout = await missing();
    expect(await ask(checkout, { reason: "not_received" })).toMatchObject({
      code: "return_too_late",
    });
    setClock(now() + 4 * DAY_MS);
    const opened = await ask(checkout, { reason: "not_received", lines: [] });
    const code = opened.ok ? opened.value.code : "";
    setClock(now() + 20 * DAY_MS);
    await moveOverdue();
    expect(await statusOf(checkout.packs)).toBe("shipped");
    expect((await standing(code))?.status).toBe("disputed"); // the household was silent
    expect(await refundReturn(officer, DEPARTMENT, { ...whole, code })).toEqual(OK);
    expect(await statusOf(checkout.packs)).toBe("lost");
    // The jar, which nobody confirmed, was called off meanwhile.
    expect(await refundDue(checkout)).toBe(522_003);
    expect((await lotOf(tea))?.onHandCount).toBe(7);
    expect(await reader().select().from(monthlySales)).toEqual([]);
  });

  it("is on its way again when the department finds otherwise, and received by itself", async () => {
    const checkout = await missing();
    setClock(now() + 4 * DAY_MS);
    const opened = await ask(checkout, { reason: "not_received", lines: [] });
    const code = opened.ok ? opened.value.code : "";
    setClock(now() + 4 * DAY_MS);
    await moveOverdue();
    await moveReturn({
      actor: officer,
      mover: DEPARTMENT,
      code,
      to: "closed",
      note: "Đã ký nhận.",
    });
    setClock(now() + 10 * DAY_MS);
    await moveOverdue();
    expect(await statusOf(checkout.packs)).toBe("delivered");
  });

  it("is no parcel where nobody carries anything: not received by itself, nor after a request", async () => {
    const stay = await insertTestProduct({ householdId, ocopSet: 26, priceVnd: 600_000 });
    const lines = [{ productId: stay, quantity: 1 }];
    const submission = testSubmission({ lines, expectedTotalVnd: 600_000 });
    const placed = await placeCheckout(GUEST, submission);
    const code = placed.ok ? placed.value.code : "";
    const notice = testNotice({ content: code, amountVnd: vnd(600_000) });
    await receiveBankNotice({ notice, rawBody: "{}" });
    const orderCode = `${code}-1`;
    await confirm(orderCode);
    await shipOrder(member, ALL, { orderCode, carrier: "", trackingCode: "" });
    setClock(now() + 11 * DAY_MS);
    await moveOverdue();
    expect(await statusOf(orderCode)).toBe("shipped");
    const asked = { checkoutCode: code, orderCode, reason: "not_received", note: "", lines: [] };
    const opened = await requestReturn(GUEST, { ...asked, reason: "not_received" });
    const request = opened.ok ? opened.value.code : "";
    const mover = buyerOf({ code });
    await moveReturn({ actor: GUEST, mover, code: request, to: "closed", note: "" });
    expect((await standing(request))?.status).toBe("closed");
    expect((await loadOrder(reader(), orderCode))?.clockAt).toBeNull();
  });

  it("is not delivered on the word of its household while the buyer says otherwise", async () => {
    const checkout = await missing();
    setClock(now() + 4 * DAY_MS);
    const opened = await ask(checkout, { reason: "not_received", lines: [] });
    expect(await deliver(checkout.packs)).toEqual({ ok: false, code: "return_open" });
    // It came after all.
    const received = deliverOrder(GUEST, buyerOf(checkout), { orderCode: checkout.packs });
    expect(await received).toEqual(OK);
    expect((await standing(opened.ok ? opened.value.code : ""))?.status).toBe("closed");
  });

  it("has nothing left to ask for when the order falls through", async () => {
    const checkout = await missing();
    setClock(now() + 4 * DAY_MS);
    const opened = await ask(checkout, { reason: "not_received", lines: [] });
    await refuse(checkout.packs);
    expect((await standing(opened.ok ? opened.value.code : ""))?.status).toBe("closed");
    expect(await refundDue(checkout)).toBe(300_003);
  });
});

describe("what lapses", () => {
  setUpOrders();

  it("is a request that was declined and not pursued", async () => {
    const checkout = await delivered();
    const code = await asked(checkout);
    await moveReturn({ actor: member, mover: BY_ALL, code, to: "declined", note: "Không." });
    setClock(now() + 7 * DAY_MS);
    await moveOverdue();
    expect((await standing(code))?.status).toBe("closed");
    expect(await balanceOf({ kind: "household", ownerId: otherId })).toBe(300_003 - 13_500);
  });
});
