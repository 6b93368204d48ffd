import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { balanceOf } from "~/domain/settlement/queries.server";
import { resealDisbursements } from "~/domain/settlement/reseal-disbursements.server";
import { resealPayees } from "~/domain/settlement/reseal-payees.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { approvePayouts } from "./approve-payouts.server";
import { exportPayouts } from "./export-payouts.server";
import { reportWalletPayout } from "./report-wallet-payout.server";
import type { LineAnswerPart } from "./resolve-part.server";
import { insertTestOfficers } from "./test-officers";
import { confirm, deliver, householdId, place, setUpOrders, ship } from "./test-orders";
import {
  approved,
  candidate,
  comeBack,
  complain,
  delivered,
  EARNED,
  enter,
  later,
  leave,
  payoutOf,
  prepared,
} from "./test-payouts";
import { withdrawDisbursement } from "./withdraw-disbursement.server";
import { withdrawPayouts } from "./withdraw-payouts.server";

/** What a hostile officer, a careless one or bad luck would make of payouts. */

setUpOrders();

const WALLET = { bankBin: "MM-VIETTEL", accountNumber: "0900000009", accountName: "HO MAU" };
let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

/** Approved: one jar, to the bank or to a wallet. */
async function approvedTo(account?: typeof WALLET) {
  await enter(account);
  const checkout = await delivered();
  later(12);
  return { checkout, ...(await approved(one, two)) };
}

const say = (bankTransactionId: string, ...parts: LineAnswerPart[]) =>
  allocateLine(one, { bankTransactionId, note: "Theo sao kê", parts });
const part = (purpose: LineAnswerPart["purpose"], code: string, amountVnd: number) => ({
  purpose,
  code,
  amountVnd: vnd(amountVnd),
});
const here = () => balanceOf({ kind: "household", ownerId: householdId });

it("one đồng that came is no payout come back, unless a second person says so", async () => {
  const { payout } = await approvedTo();
  await leave(payout.code, EARNED);
  const line = await comeBack("chuyen nham", 1);
  const said = await say(line.bankTransactionId, part("disbursement", payout.code, 1));
  expect(said).toMatchObject({ value: { isDone: false } });
  expect(await here()).toBe(0);
  const backVnd = EARNED - 11_000; // less what the other bank takes for it
  const back = await comeBack("hoan lai", backVnd);
  const whole = await say(back.bankTransactionId, part("disbursement", payout.code, backVnd));
  expect(whole).toMatchObject({ value: { isDone: true } });
  expect(await here()).toBe(EARNED);
});

it("cash that a courier holds is ripe for nobody, also by a clock that runs", async () => {
  await enter();
  let at = now();
  setClock(() => (at += 1));
  const { jar } = await place("cod");
  await confirm(jar);
  await ship(jar);
  await deliver(jar);
  setClock(at + 12 * DAY_MS);
  expect((await candidate()).payable).toMatchObject({ ripeVnd: 0, comingVnd: EARNED });
});

it("two payouts of one order that were withdrawn are not both what one line sent", async () => {
  const { payout: first } = await approvedTo();
  await withdrawDisbursement(one, { code: first.code, note: "Tưởng chưa chuyển" });
  const { payout: second } = await approved(one, two, "approved-again-0001");
  await withdrawDisbursement(one, { code: second.code, note: "Lại tưởng chưa chuyển" });
  const line = await leave("CHI HO", 2 * EARNED);
  const [a, b] = [first, second].map(({ code }) => part("disbursement", code, EARNED));
  expect(
    await say(line.bankTransactionId, present(a, "first"), present(b, "second")),
  ).toMatchObject({
    code: "part_disbursement_not_awaited",
    detail: { code: second.code },
  });
  expect(await here()).toBe(EARNED);
  const rest = part("owner", "", EARNED);
  expect(await say(line.bankTransactionId, present(a, "first"), rest)).toMatchObject({ ok: true });
  expect(await here()).toBe(0);
});

it("a payout that is named alone and in its batch is one, and is counted once", async () => {
  const { code, payout } = await approvedTo();
  const line = await leave("CHI HO", 2 * EARNED);
  const [single, whole] = [
    part("disbursement", payout.code, EARNED),
    part("batch", code, EARNED),
  ] as const;
  for (const parts of [
    [single, whole],
    [whole, single],
  ]) {
    expect(await say(line.bankTransactionId, ...parts)).toMatchObject({ code: "part_repeated" });
  }
});

describe("Mobile Money", () => {
  it("is paid by no line of the bank, also with its code and its amount", async () => {
    const { payout } = await approvedTo(WALLET);
    const line = await leave(`NAP VI ${payout.code}`, EARNED);
    expect(line.judgement).toEqual({ status: "suspense", reason: "disbursement_differs" });
    const said = await say(line.bankTransactionId, part("disbursement", payout.code, EARNED));
    expect(said).toMatchObject({ code: "part_disbursement_not_awaited" });
    const toppedUp = await say(line.bankTransactionId, part("wallet", "Viettel", EARNED));
    expect(toppedUp).toMatchObject({ ok: true });
  });

  it("that was reported as sent its reporter cannot have sent again", async () => {
    const { code, payout } = await approvedTo(WALLET);
    await reportWalletPayout(one, { code: payout.code, reference: "VT1234" });
    const withdraw = (by: UserActor) => withdrawDisbursement(by, { code: payout.code, note: "" });
    expect(await withdraw(one)).toMatchObject({ code: "wallet_reported_by_you" });
    const whole = { code, note: "Rút cả đợt" };
    expect(await withdrawPayouts(one, whole)).toEqual({
      ok: false,
      code: "batch_reported_by_you",
      detail: { code: payout.code },
    });
    expect((await payoutOf(code))?.status).toBe("approved");
    expect(await withdraw(two)).toMatchObject({ ok: true });
  });
});

it("a complaint after the approval keeps it out of the bank's file", async () => {
  await enter();
  const checkout = await delivered();
  later(12);
  const { code } = await approved(one, two);
  expect(await exportPayouts(one, { code })).toMatchObject({ ok: true });
  await complain(checkout);
  expect(await exportPayouts(one, { code })).toMatchObject({ code: "payout_stopped" });
});

describe("a change of the key", () => {
  const [OLD, NEW] = ["a".repeat(64), "b".repeat(64)];
  const use = (keys?: string) =>
    useSettings({
      DATA_DIR: settings().DATA_DIR,
      LOG_LEVEL: "error",
      ...(keys ? { PERSONAL_DATA_KEYS: keys } : {}),
    });
  beforeEach(() => {
    use(OLD);
  });
  afterEach(() => {
    use();
  });

  it("is no change of the account", async () => {
    await enter();
    await delivered();
    later(12);
    const code = await prepared(one);
    use(`${NEW},${OLD}`);
    await inTransaction((tx) => resealPayees(tx, ""));
    await inTransaction((tx) => resealDisbursements(tx, ""));
    expect(await approvePayouts(two, { code })).toMatchObject({
      value: { approvedCount: 1, takenOutCount: 0 },
    });
  });
});
