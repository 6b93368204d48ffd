import { describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { GUEST } from "~/domain/audit/actor";
import { findCardMoney } from "~/domain/payments/queries-cards.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { now, setClock } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { fail, succeed } from "~/platform/result";
import { DAY_MS } from "~/platform/period";
import { approveDisbursement } from "./approve-disbursement.server";
import { decideCardRefund } from "./decide-card-refund.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { prepareRefund } from "./prepare-refund.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { refundToCard } from "./refund-to-card.server";
import { sweepCards } from "./sweep-cards.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { settings } from "~/platform/env.server";
import { allocateLine } from "./allocate-line.server";
import type { LineAnswerPart } from "./resolve-part.server";
import {
  api,
  control,
  DUE,
  listEvents,
  openedSession,
  payOnPage,
  placeCardOrder,
  signedNotice,
  standOf,
} from "./test-cards";
import { takeCardNotice } from "./take-card-notice.server";
import { testNotice } from "./test-shop";
import {
  callOff,
  first,
  order,
  owed,
  paidOrder,
  poll,
  refund,
  second,
  setUpPaidCards,
  shop,
  sweep,
  turnTo,
  refundsAt,
  rows,
} from "./test-card-refunds";

const ACCOUNT = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
setUpPaidCards();

describe("a refund to the card", () => {
  it("case 22: refunded before it is heard that it was paid, it ends as in order", async () => {
    await callOff();
    await refund(DUE);
    await sweep();
    const told = await api<{ data: { id: string; type: string }[] }>(shop.mock, "events?limit=100");
    const own = told.data.filter(({ type }) => type === "charge.refunded").slice(0, 1);
    for (const event of own) {
      expect(await takeCardNotice(signedNotice(JSON.stringify(event)))).toMatchObject({ ok: true });
    }
    await poll();
    expect(await standOf(order.id)).toMatchObject({ payment: "paid", owedVnd: 0, buyerVnd: 0 });
    expect(await rows()).toMatchObject([{ status: "succeeded", amountVnd: DUE }]);
  });

  it("case 22: the news of a refund alone books the charge that came before it", async () => {
    const other = await placeCardOrder(shop.productId);
    await payOnPage(await openedSession(other.id));
    const told = await api<{ data: { type: string }[] }>(shop.mock, "events?limit=10");
    const charged = present(
      told.data.find(({ type }) => type === "charge.succeeded"),
      "no charge",
    );
    const early = { ...charged, id: `evt_early_${other.code}`, type: "charge.refunded" };
    expect(await takeCardNotice(signedNotice(JSON.stringify(early)))).toMatchObject({ ok: true });
    expect(await standOf(other.id)).toMatchObject({ payment: "paid", capturedVnd: DUE });
    await poll();
  });

  it("case 35: pressed twice, or by two at once, is one refund", async () => {
    await callOff();
    const seenOwedVnd = await owed();
    const half = { ownerId: order.id, amountVnd: vnd(100_000), seenOwedVnd };
    const answers = await Promise.all([refundToCard(first, half), refundToCard(second, half)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([sweep(), sweep()]);
    expect(await refundsAt()).toMatchObject([{ amount: 100_000 }]);
    expect(await owed()).toBe(DUE - 100_000);
  });

  it("case 36: parts that pass the charge are refused before the provider is asked", async () => {
    await callOff();
    await refund(200_000);
    expect(await refund(22_001)).toMatchObject({ ok: false, code: "amount_over_owed" });
    const [charge] = (await standOf(order.id)).charges;
    expect(await findCardMoney(order.id)).toMatchObject({
      charges: [{ id: charge?.id, leftVnd: 22_000 }],
    });
    await sweep();
    expect(await refundsAt()).toHaveLength(1);
    expect(await refund(22_000)).toMatchObject({ ok: true });
  });

  it("case 37: one that fails later is owed again", async () => {
    await callOff();
    await refund(DUE);
    await sweep();
    expect(await owed()).toBe(0);
    const [sent] = await refundsAt();
    await control(shop.mock, `refunds/${sent?.id}`, {
      method: "POST",
      body: { outcome: "failed" },
    });
    await poll();
    expect(await owed()).toBe(DUE);
    expect(await rows()).toMatchObject([{ status: "failed" }]);
    // And may be sent anew, under another key.
    expect(await refund(DUE)).toMatchObject({ ok: true });
    await sweep();
    expect(await owed()).toBe(0);
  });

  it("is what the buyer is told of what the card still takes, and of no other money", async () => {
    await callOff();
    const told = async () => {
      const { owedVnd, cardOwedVnd } = present(await findBuyerRefund(order.id), "nothing owed");
      return [owedVnd, cardOwedVnd];
    };
    expect(await told()).toEqual([DUE, DUE]);
    // The bank brings as much again: for that an account is asked for.
    await receiveBankNotice({
      notice: testNotice({ amountVnd: vnd(DUE), content: order.code }),
      rawBody: "{}",
    });
    expect(await told()).toEqual([2 * DUE, DUE]);
    await refund(DUE);
    await sweep();
    expect(await told()).toEqual([DUE, 0]);
    // And for all of it once the card did not take its part.
    const [sent] = await refundsAt();
    const body = { outcome: "failed" };
    await control(shop.mock, `refunds/${sent?.id}`, { method: "POST", body });
    await poll();
    expect(await told()).toEqual([2 * DUE, 0]);
  });

  it("is asked for again under its key when the answer broke off", async () => {
    await callOff();
    await refund(DUE);
    const body = { kind: "reset_after_commit", method: "POST", path: "/v1/refunds" };
    await control(shop.mock, "faults", { method: "POST", body });
    await sweep();
    await sweep();
    expect(await refundsAt()).toMatchObject([{ amount: DUE, status: "succeeded" }]);
  });

  const told500 = { kind: "error", status: 500, stored: true, method: "POST", path: "/v1/refunds" };
  const faultOf = (body: object) => control(shop.mock, "faults", { method: "POST", body });

  it("stays on its way where an error lies under its key, and holds up no other", async () => {
    await callOff();
    await refund(DUE);
    const stuck = order;
    await faultOf(told500);
    await sweep();
    expect(await rows()).toMatchObject([{ status: "sending" }]);
    expect(await owed()).toBe(0);
    turnTo(await paidOrder());
    await callOff();
    await refund(DUE);
    await sweep();
    expect(await rows()).toMatchObject([{ status: "succeeded" }]);
    turnTo(stuck);
    setClock(now() + DAY_MS);
    await sweep();
    expect(await rows()).toMatchObject([{ status: "succeeded" }]);
    expect(await refundsAt()).toHaveLength(1);
  });

  /** We take it for refused, although the provider has done it and shows it a little later. */
  async function calledRefused() {
    await callOff();
    await refund(DUE);
    const { provider } = shop;
    await sweepCards({
      ...provider,
      refund: async (asked) => {
        await provider.refund(asked);
        return fail("card_refused");
      },
      listRefunds: () => Promise.resolve(succeed([])),
    });
    expect(await rows()).toMatchObject([{ status: "failed" }]);
    expect(await owed()).toBe(DUE);
  }

  it("that we took for refused and that was done is not owed any more", async () => {
    await calledRefused();
    await poll();
    expect(await rows()).toMatchObject([{ status: "succeeded" }]);
    expect(await owed()).toBe(0);
    expect(await checkLedger()).toEqual([]);
    // The card's bank may still say no, days later.
    const [sent] = await refundsAt();
    const body = { outcome: "failed" };
    await control(shop.mock, `refunds/${sent?.id}`, { method: "POST", body });
    await poll();
    expect(await rows()).toMatchObject([{ status: "failed" }]);
    expect(await owed()).toBe(DUE);
    expect(await checkLedger()).toEqual([]);
  });

  it("that was done and paid another way meanwhile is kept for a person", async () => {
    await calledRefused();
    await enterRefundAccount(GUEST, { ownerId: order.id, account: ACCOUNT });
    const prepared = await prepareRefund(first, { ownerId: order.id, amountVnd: vnd(DUE) });
    if (!prepared.ok) throw new Error(prepared.code);
    expect(await approveDisbursement(second, { code: prepared.value.code })).toMatchObject({
      ok: true,
    });
    await poll();
    const [attempt] = (await standOf(order.id)).attempts;
    const kept = (await listEvents()).filter(({ attemptId }) => attemptId === attempt?.id);
    expect(kept.find(({ type }) => type === "refund.created")).toMatchObject({
      status: "quarantined",
      reason: "unknown_refund",
    });
    expect(await rows()).toMatchObject([{ status: "failed" }]);
  });

  it("is looked for and not repeated once its key is forgotten", async () => {
    await callOff();
    await refund(DUE);
    const faults = [
      { kind: "reset_after_commit", method: "POST", path: "/v1/refunds" },
      { kind: "error", status: 503, times: 9, method: "POST", path: "/v1/refunds" },
    ];
    for (const body of faults) await control(shop.mock, "faults", { method: "POST", body });
    await sweep();
    expect(await rows()).toMatchObject([{ status: "sending" }]);
    await control(shop.mock, "faults", { method: "DELETE" });
    setClock(now() + DAY_MS);
    await sweep();
    expect(await rows()).toMatchObject([{ status: "succeeded" }]);
    expect(await refundsAt()).toHaveLength(1);
  });

  it("needs a second person from 5,000,000 đồng on, also in parts", async () => {
    turnTo(await paidOrder(30, 5_867_000));
    await callOff();
    expect(await refund(4_000_000)).toMatchObject({ ok: true, value: { status: "sending" } });
    expect(await refund(1_000_000)).toMatchObject({ ok: true, value: { status: "prepared" } });
    const waiting = (await rows()).find(({ status }) => status === "prepared");
    const refundId = waiting?.id ?? "";
    const approve = (by: UserActor) => decideCardRefund(by, { refundId, to: "approved" });
    expect(await approve(first)).toMatchObject({ ok: false, code: "second_person_needed" });
    expect(await approve(second)).toMatchObject({ ok: true });
    expect(await approve(second)).toMatchObject({ ok: true });
    await sweep();
    expect(new Set((await refundsAt()).map(({ amount }) => amount))).toEqual(
      new Set([1_000_000, 4_000_000]),
    );
  });
});

describe("money of the bank beside a card's", () => {
  const tell = async (content: string, amountVnd: number) => {
    const accountNumber = settings().BANK_ACCOUNT_NUMBER;
    const notice = testNotice({ content, amountVnd: vnd(amountVnd), accountNumber });
    const received = await receiveBankNotice({ notice, rawBody: "{}" });
    if (!received.ok) throw new Error("not received");
    return received.value.bankTransactionId;
  };
  const say = async (bankTransactionId: string, part: LineAnswerPart) =>
    allocateLine(first, { bankTransactionId, note: "Theo sao kê", parts: [part] });

  it("that a person said was this buyer's goes to a card by two people only", async () => {
    const amountVnd = vnd(100_000);
    const line = await tell("chuyen tien", amountVnd);
    const said = await say(line, { purpose: "order", code: order.code, amountVnd });
    expect(said).toMatchObject({ value: { isDone: true } });
    expect(await refund(amountVnd)).toMatchObject({ ok: true, value: { status: "prepared" } });
  });

  it("that the card provider paid out is taken off what it holds for us", async () => {
    const clearing = () => balanceOf({ kind: "card_clearing" });
    const before = await clearing();
    const line = await tell("STRIPE PAYOUT", 50_000);
    const said = await say(line, { purpose: "card", code: "", amountVnd: vnd(50_000) });
    expect(said).toMatchObject({ value: { isDone: true } });
    expect(Math.abs((await clearing()) - before)).toBe(50_000);
    expect(await checkLedger()).toEqual([]);
  });
});
