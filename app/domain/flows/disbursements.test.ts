import { GUEST, type Actor, type UserActor } from "~/domain/audit/actor";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { disbursementEvents, disbursements } from "~db/schema/settlement";
import { payees } from "~db/schema/settlement-payees";
import { findDisbursement } from "~/domain/settlement/queries-disbursements.server";
import { findBuyerRefund, findRefund } from "~/domain/settlement/queries-refund.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { approveDisbursement } from "./approve-disbursement.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { lookAtPayee } from "./look-at-payee.server";
import { prepareRefund } from "./prepare-refund.server";
import { insertTestOfficers } from "./test-officers";
import { DUE, pay, place, receive, setUpTransfers } from "./test-transfers";
import { withdrawDisbursement } from "./withdraw-disbursement.server";

setUpTransfers();

const ACCOUNT = { bankBin: "970405", accountNumber: "2200000067890", accountName: "NGUOI MUA MAU" };
let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

/** A buyer who sent 50,000 đồng too much and said where to send it. */
async function overpaid() {
  const checkout = await place();
  await pay(checkout.code, DUE + 50_000);
  await enterRefundAccount(GUEST, { ownerId: checkout.id, account: ACCOUNT });
  return checkout;
}

async function prepare(ownerId: string, amountVnd = 50_000) {
  const prepared = await prepareRefund(one, { ownerId, amountVnd: vnd(amountVnd) });
  if (!prepared.ok) throw new Error(prepared.code);
  return prepared.value.code;
}

async function approved(ownerId: string, amountVnd = 50_000) {
  const code = await prepare(ownerId, amountVnd);
  expect(await approveDisbursement(two, { code })).toMatchObject({ ok: true });
  return code;
}

const leave = (code: string, amountVnd = 50_000) =>
  receive({ direction: "out", content: `CHUYEN TIEN ${code}`, amountVnd: vnd(amountVnd) });

const balances = async (ownerId: string) => ({
  owed: await balanceOf({ kind: "refund_due", ownerId }),
  bank: await balanceOf({ kind: "bank" }),
  outflow: await balanceOf({ kind: "outflow" }),
});

describe("case 65: a refund by bank transfer", () => {
  it("leaves once, by two people, against the bank's outgoing line", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    expect(await findBuyerRefund(checkout.id)).toMatchObject({ owedVnd: 0, onTheWayVnd: 50_000 });
    expect((await leave(code)).judgement).toEqual({ status: "matched", reason: "disbursed" });
    expect(await balances(checkout.id)).toEqual({ owed: 0, bank: DUE, outflow: 0 });
    expect(await findBuyerRefund(checkout.id)).toMatchObject({
      owedVnd: 0,
      onTheWayVnd: 0,
      paidVnd: 50_000,
    });
    const view = await findDisbursement(code);
    expect(view?.moves.map(({ toStatus, actorName }) => [toStatus, actorName])).toEqual([
      ["prepared", "Trần Văn Mẫu Một"],
      ["approved", "Lê Thị Mẫu Hai"],
      ["paid", null],
    ]);
  });

  it("case 35: is prepared once however often the button is pressed", async () => {
    const checkout = await overpaid();
    const codes = await Promise.all([prepare(checkout.id), prepare(checkout.id)]);
    expect(new Set(codes).size).toBe(1);
    expect(await reader().select().from(disbursements)).toHaveLength(1);
    expect(await prepareRefund(two, { ownerId: checkout.id, amountVnd: vnd(20_000) })).toEqual({
      ok: false,
      code: "disbursement_waiting",
    });
  });

  it("case 35: is approved once by two people in parallel, and never by the one who prepared it", async () => {
    const checkout = await overpaid();
    const code = await prepare(checkout.id);
    expect(await approveDisbursement(one, { code })).toEqual({
      ok: false,
      code: "second_person_needed",
    });
    await Promise.all([approveDisbursement(two, { code }), approveDisbursement(two, { code })]);
    expect(await balances(checkout.id)).toMatchObject({ owed: 0, bank: DUE + 50_000 });
    const events = await reader().select().from(disbursementEvents);
    expect(events.map((event) => event.toStatus)).toEqual(["prepared", "approved"]);
  });

  it("marked sent twice: the second line with its code is no second refund", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    await leave(code);
    expect((await leave(code)).judgement).toEqual({
      status: "suspense",
      reason: "disbursement_differs",
    });
    expect(await balances(checkout.id)).toEqual({ owed: 0, bank: DUE - 50_000, outflow: 50_000 });
  });

  it("of a wrong amount waits for a person and pays nothing", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    const line = await leave(code, 49_999);
    expect(line.judgement).toEqual({ status: "suspense", reason: "disbursement_differs" });
    expect((await findDisbursement(code))?.status).toBe("approved");
    // As it goes on: it is withdrawn, the amount that went is prepared anew, and the line is said to be that.
    await withdrawDisbursement(two, { code, note: "Chuyển nhầm số tiền" });
    const again = await approved(checkout.id, 49_999);
    const answer = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Thiếu 1 đồng",
      parts: [{ purpose: "disbursement", code: again, amountVnd: vnd(49_999) }],
    });
    expect(answer).toEqual({ ok: true, value: { isDone: true } });
    expect(await balances(checkout.id)).toEqual({ owed: 1, bank: DUE + 1, outflow: 0 });
    expect((await findDisbursement(again))?.status).toBe("paid");
  });

  it("case 36: cannot be more than is owed, nor go where nobody said", async () => {
    const checkout = await place();
    await pay(checkout.code, DUE + 50_000);
    const ask = (amountVnd: number) =>
      prepareRefund(one, { ownerId: checkout.id, amountVnd: vnd(amountVnd) });
    expect(await ask(50_001)).toEqual({
      ok: false,
      code: "amount_over_owed",
      detail: { owedVnd: 50_000 },
    });
    expect(await ask(50_000)).toEqual({ ok: false, code: "payee_missing" });
  });

  it("in parts: each is prepared when the one before is on its way, never more in all", async () => {
    const checkout = await overpaid();
    const first = await approved(checkout.id, 30_000);
    const second = await approved(checkout.id, 20_000);
    expect(await prepareRefund(one, { ownerId: checkout.id, amountVnd: vnd(1) })).toMatchObject({
      code: "amount_over_owed",
    });
    await leave(second, 20_000);
    await leave(first, 30_000);
    expect(await balances(checkout.id)).toEqual({ owed: 0, bank: DUE, outflow: 0 });
  });

  it("withdrawn before and after its approval is owed as before", async () => {
    const checkout = await overpaid();
    const code = await prepare(checkout.id);
    await withdrawDisbursement(one, { code, note: "Sai tài khoản" });
    const again = await approved(checkout.id);
    await withdrawDisbursement(one, { code: again, note: "Người mua đổi ý" });
    await withdrawDisbursement(one, { code: again, note: "Bấm lại" });
    expect(await balances(checkout.id)).toMatchObject({ owed: 50_000 });
    expect(await approveDisbursement(two, { code: again })).toMatchObject({
      code: "move_not_allowed",
    });
    const late = await leave(again);
    expect(late.judgement?.reason).toBe("disbursement_differs");
  });

  it("case 37: that the other bank sends back is owed again", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    await leave(code);
    const back = await receive({ content: `HOAN TRA ${code}`, amountVnd: vnd(50_000) });
    expect(back.judgement?.status).toBe("suspense");
    const answer = await allocateLine(one, {
      bankTransactionId: back.bankTransactionId,
      note: "Tài khoản đã đóng",
      parts: [{ purpose: "disbursement", code, amountVnd: vnd(50_000) }],
    });
    expect(answer.ok).toBe(true);
    expect((await findDisbursement(code))?.status).toBe("returned");
    expect((await findRefund(checkout.id))?.owedVnd).toBe(50_000);
  });
});

describe("case 65: what went otherwise than approved", () => {
  const say = (bankTransactionId: string, code: string, amountVnd: number) =>
    allocateLine(one, {
      bankTransactionId,
      note: "Xem sao kê",
      parts: [{ purpose: "disbursement", code, amountVnd: vnd(amountVnd) }],
    });

  it("withdrawn although it had been sent: it is paid, and not owed again", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    await withdrawDisbursement(one, { code, note: "Tưởng chưa chuyển" });
    const line = await leave(code);
    expect((await say(line.bankTransactionId, code, 50_000)).ok).toBe(true);
    expect((await findDisbursement(code))?.status).toBe("paid");
    expect(await balances(checkout.id)).toEqual({ owed: 0, bank: DUE, outflow: 0 });
  });

  it("withdrawn twice is not sent twice by one line, for it is owed once", async () => {
    const checkout = await overpaid();
    const codes: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const code = await approved(checkout.id);
      await withdrawDisbursement(one, { code, note: "Tưởng chưa chuyển" });
      codes.push(code);
    }
    const line = await receive({ direction: "out", content: "CHI HO", amountVnd: vnd(100_000) });
    const said = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Xem sao kê",
      parts: codes.map((code) => ({ purpose: "disbursement", code, amountVnd: vnd(50_000) })),
    });
    expect(said).toMatchObject({ code: "part_disbursement_not_awaited" });
    expect((await findRefund(checkout.id))?.owedVnd).toBe(50_000);
  });

  it("sent back less what the other bank kept: all of it is owed again", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    await leave(code);
    const back = await receive({ content: `TRA LAI ${code}`, amountVnd: vnd(47_000) });
    expect((await say(back.bankTransactionId, code, 47_000)).ok).toBe(true);
    expect((await findRefund(checkout.id))?.owedVnd).toBe(50_000);
    expect(await balanceOf({ kind: "bank_fees" })).toBe(3_000);
  });

  it("to an account that was noted anew since: neither approved nor prepared again as the same", async () => {
    const checkout = await overpaid();
    const code = await prepare(checkout.id);
    const account = { ...ACCOUNT, accountNumber: "9999999999999" };
    await enterRefundAccount(GUEST, { ownerId: checkout.id, account });
    expect(await approveDisbursement(two, { code })).toMatchObject({ code: "payee_changed" });
    const again = await prepareRefund(one, { ownerId: checkout.id, amountVnd: vnd(50_000) });
    expect(again).toMatchObject({ code: "disbursement_waiting" });
    await withdrawDisbursement(one, { code, note: "Đổi tài khoản" });
    setClock(now() + DAY_MS);
    const right = await approved(checkout.id);
    expect(await lookAtPayee(two, { code: right })).toEqual({ ok: true, value: account });
  });

  it("to an account that a link changed five times: a sixth waits a day, an officer's word does not", async () => {
    const checkout = await overpaid();
    const enter = (actor: Actor, ending: number) => {
      const account = { ...ACCOUNT, accountNumber: `22000000${ending}` };
      return enterRefundAccount(actor, { ownerId: checkout.id, account });
    };
    for (let i = 0; i < 4; i += 1) expect(await enter(GUEST, i)).toMatchObject({ ok: true });
    expect(await enter(GUEST, 5)).toMatchObject({ code: "payee_changed_often" });
    setClock(now() + DAY_MS + 1);
    expect(await enter(GUEST, 5)).toMatchObject({ ok: true });
    expect(await enter(one, 6)).toMatchObject({ ok: true });
  });

  it("to an account that the second officer noted: a third has to approve", async () => {
    const checkout = await overpaid();
    await enterRefundAccount(two, { ownerId: checkout.id, account: ACCOUNT });
    const code = await prepare(checkout.id);
    expect(await approveDisbursement(two, { code })).toMatchObject({ code: "payee_second_person" });
  });
});

describe("case 55: money that leaves", () => {
  it("for a reason that nobody knows touches no order and waits for a person", async () => {
    const checkout = await place();
    await pay(checkout.code, DUE);
    const line = await receive({
      direction: "out",
      content: checkout.code,
      amountVnd: vnd(11_000),
    });
    expect(line.judgement).toEqual({ status: "suspense", reason: "outgoing" });
    expect(await balances(checkout.id)).toEqual({ owed: 0, bank: DUE - 11_000, outflow: 11_000 });
    await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Phí tháng 11",
      parts: [{ purpose: "fee", code: "", amountVnd: vnd(11_000) }],
    });
    expect(await balanceOf({ kind: "bank_fees" })).toBe(11_000);
  });
});

describe("an account that money is sent to", () => {
  it("lies sealed, is shown by its ending, and each look at it is noted", async () => {
    const checkout = await overpaid();
    const code = await approved(checkout.id);
    const [row] = await reader().select().from(payees).where(eq(payees.ownerId, checkout.id));
    const [sent] = await reader().select().from(disbursements);
    expect(JSON.stringify([row, sent])).not.toContain(ACCOUNT.accountNumber);
    expect(JSON.stringify([row, sent])).not.toContain(ACCOUNT.accountName);
    expect(await findDisbursement(code)).toMatchObject({
      accountEnding: "7890",
      bankName: "Agribank",
    });
    expect(await lookAtPayee(two, { code })).toEqual({ ok: true, value: ACCOUNT });
    const looks = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "payee.look"));
    expect(looks).toMatchObject([{ actorId: two.userId }]);
    const entries = await reader().select().from(auditEntries);
    expect(JSON.stringify(entries)).not.toContain(ACCOUNT.accountNumber);
  });

  it("that is changed later changes nothing of what was prepared", async () => {
    const checkout = await overpaid();
    const code = await prepare(checkout.id);
    const account = { ...ACCOUNT, accountNumber: "9999999999999" };
    await enterRefundAccount(GUEST, { ownerId: checkout.id, account });
    expect(await lookAtPayee(two, { code })).toEqual({ ok: true, value: ACCOUNT });
  });
});
