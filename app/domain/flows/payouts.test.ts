import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { notices } from "~db/schema/notices";
import { disbursements } from "~db/schema/settlement";
import { payees } from "~db/schema/settlement-payees";
import { payoutOrders } from "~db/schema/settlement-payouts";
import type { UserActor } from "~/domain/audit/actor";
import { takeEvents } from "~/domain/notices/take-events.server";
import { findBatchView } from "~/domain/settlement/queries-payouts.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { balanceOf, householdEarnings } from "~/domain/settlement/queries.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { allocateLine } from "./allocate-line.server";
import { approveDisbursement } from "./approve-disbursement.server";
import { approvePayouts } from "./approve-payouts.server";
import { enterPayoutAccount } from "./enter-payout-account.server";
import { lookAtPayee } from "./look-at-payee.server";
import { preparePayouts } from "./prepare-payouts.server";
import { insertTestOfficers } from "./test-officers";
import {
  bringMyself,
  confirm,
  deliver,
  householdId,
  place,
  scope,
  setUpOrders,
  ship,
} from "./test-orders";
import {
  ACCOUNT,
  approved,
  candidate,
  comeBack,
  complain,
  delivered,
  EARNED,
  enter,
  giveBack,
  later,
  leave,
  payoutOf,
  prepared,
} from "./test-payouts";
import { withdrawDisbursement } from "./withdraw-disbursement.server";
import { withdrawPayouts } from "./withdraw-payouts.server";

setUpOrders();

let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

const held = () => balanceOf({ kind: "household", ownerId: householdId });

describe("what is ripe", () => {
  it("is an order whose days to send it back are over", async () => {
    await enter();
    await delivered();
    expect((await candidate()).payable).toMatchObject({ comingVnd: EARNED, payableVnd: 0 });
    later(11); // five days that the parcel may travel and seven to complain
    expect((await candidate()).stops).toEqual(["nothing_ripe"]);
    later(1);
    expect(await candidate()).toMatchObject({
      stops: [],
      payable: { comingVnd: 0, ripeVnd: EARNED, payableVnd: EARNED },
    });
  });

  it("is none that its buyer complains of, until that is over", async () => {
    await enter();
    const checkout = await delivered();
    later(6);
    await complain(checkout, "damaged");
    later(20);
    expect((await candidate()).payable.orders).toEqual([]);
    expect((await candidate()).payable.comingVnd).toBe(EARNED);
  });

  it("is no cash that a courier has and none that the household kept", async () => {
    await enter();
    const withCourier = await place("cod");
    await confirm(withCourier.jar);
    await ship(withCourier.jar);
    await deliver(withCourier.jar);
    const own = await place("cod");
    await confirm(own.jar);
    await bringMyself(own.jar);
    await deliver(own.jar);
    later(20);
    expect(await candidate()).toMatchObject({
      payable: { comingVnd: EARNED, ripeVnd: 0, owedVnd: 9_250, payableVnd: 0 },
      stops: ["nothing_ripe"],
    });
  });
});

describe("cash that a courier took", () => {
  it("is ripe once the courier has paid it to us, what was taken first before the rest", async () => {
    await enter();
    for (let i = 0; i < 2; i += 1) {
      const checkout = await place("cod");
      await confirm(checkout.jar);
      await ship(checkout.jar);
      await deliver(checkout.jar);
      later(1);
    }
    later(12);
    expect((await candidate()).payable.payableVnd).toBe(0);
    const line = await comeBack("VNPOST NOP TIEN COD", 222_000);
    const said = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Bảng kê COD",
      parts: [{ purpose: "courier", code: "", amountVnd: vnd(222_000) }],
    });
    expect(said).toMatchObject({ ok: true });
    expect((await candidate()).payable).toMatchObject({ comingVnd: EARNED, payableVnd: EARNED });
  });
});

describe("an account to send to", () => {
  it("is not told any more when the household has named another, or its buyer complains", async () => {
    await enter();
    const checkout = await delivered();
    later(12);
    const { payout } = await approved(one, two);
    const look = () => lookAtPayee(one, { code: payout.code });
    expect(await look()).toMatchObject({ ok: true });
    await complain(checkout);
    expect(await look()).toMatchObject({ code: "payout_stopped" });
    await enter({ ...ACCOUNT, accountNumber: "0200000067891" });
    expect(await look()).toMatchObject({ code: "payee_changed" });
  });
});

describe("a household's purse", () => {
  it("has what a courier took until the courier has paid, and nothing once it was paid out", async () => {
    await enter();
    const { jar } = await place("cod");
    await confirm(jar);
    await ship(jar);
    await deliver(jar);
    const purse = () => householdEarnings(scope, householdId);
    expect(await purse()).toMatchObject({ marketVnd: 0, courierVnd: EARNED });
    later(12);
    const line = await comeBack("VNPOST NOP TIEN COD", 222_000);
    await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Bảng kê COD",
      parts: [{ purpose: "courier", code: "", amountVnd: vnd(222_000) }],
    });
    expect(await purse()).toMatchObject({ marketVnd: EARNED, courierVnd: 0 });
    const { payout } = await approved(one, two);
    await leave(payout.code, EARNED);
    expect(await purse()).toMatchObject({ marketVnd: 0, courierVnd: 0 });
  });
});

describe("what a household is told", () => {
  const told = async () => {
    for (let i = 0; i < 20 && (await takeEvents()) > 0; i += 1);
    const rows = await reader().select().from(notices).where(eq(notices.recipientId, householdId));
    return rows
      .map(({ kind }) => kind)
      .filter((kind) => kind.includes("account") || kind.includes("pa"))
      .toSorted();
  };

  it("that its account was named, each time, and that it was paid", async () => {
    await enter();
    later(1);
    await enter({ ...ACCOUNT, accountNumber: "0200000011111" });
    expect(await told()).toEqual(["household_account_named", "household_account_named"]);
    await delivered();
    later(12);
    const { payout } = await approved(one, two);
    await leave(payout.code, EARNED);
    expect(await told()).toContain("household_paid_out");
  });

  it("nothing about the account of another: only whoever works for it may name one", async () => {
    const mine = { kind: "households", householdIds: ["hhd_other"] } as const;
    expect(await enterPayoutAccount(one, mine, { householdId, account: ACCOUNT })).toEqual({
      ok: false,
      code: "household_not_found",
    });
    expect(await reader().select().from(payees)).toEqual([]);
  });
});

describe("what stops a payout", () => {
  it("no account, one that was named less than three days ago, a suspended household", async () => {
    await delivered();
    later(12);
    expect((await candidate()).stops).toEqual(["account_missing"]);
    await enter();
    expect((await candidate()).stops).toEqual(["account_waiting"]);
    later(3);
    expect((await candidate()).stops).toEqual([]);
    await inTransaction((tx) => tx.update(households).set({ status: "suspended" }));
    expect((await candidate()).stops).toEqual(["suspended"]);
    const refused = await preparePayouts(one, {
      householdIds: [householdId],
      submissionKey: "stopped-batch-000001",
    });
    expect(refused).toMatchObject({ ok: false, code: "payout_stopped_since" });
    expect(await reader().select().from(disbursements)).toEqual([]);
  });

  it("keeps the account sealed, and says who named it without the number", async () => {
    await enter();
    const [row] = await reader().select().from(payees);
    expect(row?.accountEnding).toBe("7890");
    expect(JSON.stringify(row)).not.toContain(ACCOUNT.accountNumber);
    const entries = await reader().select().from(auditEntries);
    expect(entries.map(({ action }) => action)).toContain("payee.enter");
    expect(JSON.stringify(entries)).not.toContain(ACCOUNT.accountNumber);
  });
});

describe("a batch", () => {
  let checkout: Awaited<ReturnType<typeof delivered>>;
  beforeEach(async () => {
    await enter();
    checkout = await delivered();
    later(12);
  });

  it("is paid by two people and the bank's own line, and the statement closes at the ledger", async () => {
    const { code, done, payout } = await approved(one, two);
    expect(done).toEqual({ approvedCount: 1, takenOutCount: 0, refusedCounts: {} });
    expect(payout).toMatchObject({ status: "approved", amountVnd: EARNED, orderCount: 1 });
    expect(await held()).toBe(0);
    expect((await leave(`CT ${payout.code}`, EARNED)).judgement).toEqual({
      status: "matched",
      reason: "disbursed",
    });
    expect(await payoutOf(code)).toMatchObject({ status: "paid" });
    const statement = await loadStatement(householdId, "2026-12");
    expect(statement?.entries.map(({ kind, changeVnd }) => [kind, changeVnd])).toEqual([
      ["payout", -EARNED],
    ]);
    expect(statement).toMatchObject({ openingVnd: EARNED, closingVnd: 0 });
    const november = await loadStatement(householdId, "2026-11");
    expect(november?.entries).toMatchObject([
      { kind: "order", goodsVnd: 185_000, shippingVnd: 37_000, commissionVnd: -9_250 },
    ]);
  });

  it("is one however often its form is sent", async () => {
    const codes = await Promise.all([prepared(one), prepared(one)]);
    expect(new Set(codes).size).toBe(1);
    expect(await reader().select().from(disbursements)).toHaveLength(1);
    const again = await preparePayouts(two, {
      householdIds: [householdId],
      submissionKey: "another-form-0000001",
    });
    expect(again).toMatchObject({ ok: false, code: "payout_stopped_since" });
  });

  it("is approved by nobody who prepared it, neither whole nor one by one, and once by two in parallel", async () => {
    const code = await prepared(one);
    const { code: payout } = await payoutOf(code);
    expect(await approvePayouts(one, { code })).toMatchObject({ code: "second_person_needed" });
    expect(await approveDisbursement(one, { code: payout })).toMatchObject({
      code: "second_person_needed",
    });
    await Promise.all([approvePayouts(two, { code }), approvePayouts(two, { code })]);
    expect(await held()).toBe(0);
  });

  it("leaves out an order that its buyer complained of since, and says so", async () => {
    const code = await prepared(one);
    const [order] = await reader().select().from(payoutOrders);
    expect(order?.isStanding).toBe(true);
    await complain(checkout);
    expect((await payoutOf(code)).stop).toBe("open_return");
    const { code: payout } = await payoutOf(code);
    expect(await approveDisbursement(two, { code: payout })).toMatchObject({
      code: "payout_stopped",
    });
    expect(await approvePayouts(two, { code })).toMatchObject({
      value: { approvedCount: 0, takenOutCount: 1 },
    });
    expect(await payoutOf(code)).toMatchObject({ status: "withdrawn", stop: "open_return" });
    expect(await held()).toBe(EARNED);
  });

  it("leaves out a household that named another account since", async () => {
    const code = await prepared(one);
    await enter({ ...ACCOUNT, accountNumber: "0200000011111" });
    expect(await approvePayouts(two, { code })).toMatchObject({ value: { takenOutCount: 1 } });
    expect(await payoutOf(code)).toMatchObject({ status: "withdrawn", stop: "account_changed" });
    expect((await candidate()).stops).toEqual(["account_waiting"]);
  });

  it("counts what could not be approved by why, and leaves it waiting", async () => {
    const code = await prepared(one);
    // No way leads here: a household's own people name its account.
    await inTransaction((tx) => tx.update(payees).set({ enteredById: two.userId }));
    expect(await approvePayouts(two, { code })).toMatchObject({
      value: { approvedCount: 0, takenOutCount: 0, refusedCounts: { payee_second_person: 1 } },
    });
    expect(await payoutOf(code)).toMatchObject({ status: "prepared" });
  });

  it("withdrawn, whole or in part, leaves its orders to the next", async () => {
    const first = await approved(one, two);
    await withdrawPayouts(two, { code: first.code, note: "Sai ngày" });
    expect(await held()).toBe(EARNED);
    const second = await approved(one, two, "second-batch-0000001");
    await withdrawDisbursement(one, { code: second.payout.code, note: "Chưa gửi" });
    const third = await approved(one, two, "third-batch-00000001");
    expect(third.payout).toMatchObject({ status: "approved", amountVnd: EARNED });
    // What was withdrawn and sent all the same pays nothing while another payout has its orders.
    const line = await leave(first.payout.code, EARNED);
    expect(line.judgement).toMatchObject({ status: "suspense" });
    const said = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Đã gửi",
      parts: [{ purpose: "disbursement", code: first.payout.code, amountVnd: vnd(EARNED) }],
    });
    expect(said).toMatchObject({ code: "part_disbursement_not_awaited" });
  });

  it("that bounces is payable again", async () => {
    const { payout } = await approved(one, two);
    await leave(payout.code, EARNED);
    const back = await comeBack("HOAN TRA", EARNED);
    const said = await allocateLine(one, {
      bankTransactionId: back.bankTransactionId,
      note: "Ngân hàng trả lại",
      parts: [{ purpose: "disbursement", code: payout.code, amountVnd: vnd(EARNED) }],
    });
    expect(said).toMatchObject({ ok: true });
    expect(await held()).toBe(EARNED);
    expect((await candidate()).payable.payableVnd).toBe(EARNED);
    const december = await loadStatement(householdId, "2026-12");
    expect(december?.entries.map(({ kind, code }) => [kind, code])).toEqual([
      ["payout", payout.code],
      ["payout_back", payout.code],
    ]);
    expect(december?.closingVnd).toBe(EARNED);
  });

  it("that the bank books as one line is paid as a whole, and only by its exact sum", async () => {
    const { code, payout } = await approved(one, two);
    const short = await leave("CHI LO 1", EARNED - 1);
    const say = (bankTransactionId: string, amountVnd: number) =>
      allocateLine(one, {
        bankTransactionId,
        note: "Tệp chi lô",
        parts: [{ purpose: "batch", code, amountVnd: vnd(amountVnd) }],
      });
    expect(await say(short.bankTransactionId, EARNED - 1)).toMatchObject({
      code: "part_batch_differs",
    });
    const whole = await leave("CHI LO 2", EARNED);
    expect(await say(whole.bankTransactionId, EARNED)).toMatchObject({ ok: true });
    expect(await payoutOf(code)).toMatchObject({ code: payout.code, status: "paid" });
  });
});

describe("case 38: a refund after the payout", () => {
  it("is owed, taken off the next payout, and said on the statement", async () => {
    await enter();
    const first = await delivered();
    later(12);
    const { payout } = await approved(one, two);
    await leave(payout.code, EARNED);
    await giveBack(await complain(first));
    expect(await balanceOf({ kind: "household_debt", ownerId: householdId })).toBe(EARNED);
    expect(await candidate()).toMatchObject({
      payable: { payableVnd: 0, owedVnd: EARNED },
      stops: ["nothing_ripe"],
    });
    await delivered(); // pays the debt at once
    expect(await balanceOf({ kind: "household_debt", ownerId: householdId })).toBe(0);
    await delivered();
    later(12);
    expect((await candidate()).payable.payableVnd).toBe(EARNED);
    const next = await approved(one, two, "after-refund-0000001");
    expect(next.payout.amountVnd).toBe(EARNED);
    const statement = await loadStatement(householdId, "2026-12");
    expect(statement?.entries.map(({ kind }) => kind)).toContain("return");
    expect(statement?.entries.map(({ kind }) => kind)).toContain("recovered");
  });

  it("is paid from what the household has here, and that order is not paid for it", async () => {
    await enter();
    const first = await delivered();
    later(12);
    const { payout } = await approved(one, two);
    await leave(payout.code, EARNED);
    await delivered();
    await giveBack(await complain(first));
    expect(await held()).toBe(0);
    later(12);
    expect(await candidate()).toMatchObject({
      payable: { payableVnd: 0 },
      stops: ["nothing_ripe"],
    });
    await delivered();
    later(12);
    const next = await approved(one, two, "after-refund-0000002");
    expect(next.payout).toMatchObject({ amountVnd: EARNED, orderCount: 3 });
  });

  it("takes the commission of cash that the household took itself from its payout", async () => {
    await enter();
    const own = await place("cod");
    await confirm(own.jar);
    await bringMyself(own.jar);
    await deliver(own.jar);
    await delivered();
    later(12);
    expect((await candidate()).payable).toMatchObject({
      ripeVnd: EARNED,
      owedVnd: 9_250,
      payableVnd: EARNED - 9_250,
    });
    const { code, payout } = await approved(one, two);
    expect(payout.amountVnd).toBe(EARNED - 9_250);
    expect(await balanceOf({ kind: "household_cash", ownerId: householdId })).toBe(0);
    expect((await findBatchView(code))?.payouts).toHaveLength(1);
  });
});
