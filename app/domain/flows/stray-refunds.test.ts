import { beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { GUEST } from "~/domain/audit/actor";
import { ALL_ROWS } from "~/domain/identity/scope";
import { findCardMoney } from "~/domain/payments/queries-cards.server";
import { findBuyerRefund } from "~/domain/settlement/queries-refund.server";
import { listPayable } from "~/domain/settlement/queries-payable.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { answerTakeOver } from "./answer-take-over.server";
import { approveDisbursement } from "./approve-disbursement.server";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { lookAtPayee } from "./look-at-payee.server";
import { packOrder } from "./pack-order.server";
import { prepareRefund } from "./prepare-refund.server";
import { refundToCard } from "./refund-to-card.server";
import { shipOrder } from "./ship-order.server";
import { sweepCards } from "./sweep-cards.server";
import { takeCardNotice } from "./take-card-notice.server";
import { takeOverRefund } from "./take-over-refund.server";
import { api, control, DUE, listEvents, signedNotice, standOf } from "./test-cards";
import {
  callOff,
  first,
  order,
  orderRow,
  owed,
  paidOrder,
  poll,
  second,
  setUpPaidCards,
  turnTo,
  shop,
} from "./test-card-refunds";

const ACCOUNT = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
const NOTE = "Kế toán hoàn trên trang Stripe";
setUpPaidCards();

const losses = () => balanceOf({ kind: "dispute_losses" });
/** Somebody at the provider's own pages; the answer is the refund. */
async function refundOutside(amount?: number) {
  const [charge] = (await standOf(order.id)).charges;
  return control<{ id: string }>(shop.mock, "refunds", {
    method: "POST",
    body: { charge: charge?.id, ...(amount === undefined ? {} : { amount }) },
  });
}
const strays = async () => (await findCardMoney(order.id))?.strays ?? [];
const takeOver = (strayId: string, by = first) => takeOverRefund(by, { strayId, note: NOTE });

describe("a refund made on the provider's own pages", () => {
  it("stops everything of its purchase until it is in the books", async () => {
    await callOff();
    await enterRefundAccount(GUEST, { ownerId: order.id, account: ACCOUNT });
    const amountVnd = vnd(100_000);
    const prepared = await prepareRefund(first, { ownerId: order.id, amountVnd });
    if (!prepared.ok) throw new Error(prepared.code);
    await refundOutside(100_000);
    await poll();
    expect((await listEvents()).filter(({ reason }) => reason === "unknown_refund")).not.toEqual(
      [],
    );
    const stopped = { code: "card_refund_unbooked" };
    expect(await prepareRefund(first, { ownerId: order.id, amountVnd })).toMatchObject(stopped);
    expect(await approveDisbursement(second, prepared.value)).toMatchObject(stopped);
    const again = { ownerId: order.id, amountVnd, seenOwedVnd: await owed() };
    expect(await refundToCard(first, again)).toMatchObject(stopped);
    const money = present(await findCardMoney(order.id), "no card");
    expect(money.charges).toMatchObject([{ leftVnd: DUE - 100_000 }]);
    expect(await findBuyerRefund(order.id)).toMatchObject({ owedVnd: DUE, cardOwedVnd: DUE });
  });

  it("is not sent by transfer too that was approved before", async () => {
    await callOff();
    await enterRefundAccount(GUEST, { ownerId: order.id, account: ACCOUNT });
    const prepared = await prepareRefund(first, { ownerId: order.id, amountVnd: vnd(DUE) });
    if (!prepared.ok) throw new Error(prepared.code);
    await approveDisbursement(second, prepared.value);
    await refundOutside();
    await poll();
    expect(await lookAtPayee(first, prepared.value)).toMatchObject({
      code: "card_refund_unbooked",
    });
  });

  it("once taken over is one of ours, once, however often it is told", async () => {
    await callOff();
    const { id } = await refundOutside();
    await poll();
    expect(await takeOver("re_of_nobody")).toMatchObject({ code: "card_refund_not_found" });
    expect(await takeOver(id)).toMatchObject({ value: { status: "booked" } });
    expect(await takeOver(id, second)).toMatchObject({ value: { status: "booked" } });
    expect(await owed()).toBe(0);
    expect(await findBuyerRefund(order.id)).toMatchObject({ owedVnd: 0, toCardVnd: DUE });
    const told = await api<{ data: { type: string }[] }>(shop.mock, "events?limit=100");
    for (const event of told.data.filter(({ type }) => type.includes("refund"))) {
      await takeCardNotice(signedNotice(JSON.stringify({ ...event, id: `evt_again_${id}` })));
    }
    await poll();
    await sweepCards(shop.provider);
    expect((await findCardMoney(order.id))?.refunds).toMatchObject([
      { status: "succeeded", amountVnd: DUE, preparedById: first.userId },
    ]);
    const [charge] = (await standOf(order.id)).charges;
    const listed = await api<{ data: unknown[] }>(shop.mock, `refunds?charge=${charge?.id}`);
    expect(listed.data).toHaveLength(1);
  });

  it("of a part leaves the rest to be given back by us", async () => {
    await callOff();
    const { id } = await refundOutside(100_000);
    await poll();
    await takeOver(id);
    const rest = vnd(DUE - 100_000);
    const asked = { ownerId: order.id, amountVnd: rest, seenOwedVnd: rest };
    expect(await refundToCard(first, asked)).toMatchObject({ ok: true });
    await sweepCards(shop.provider);
    expect(await owed()).toBe(0);
  });

  it("that failed at the card's bank stops nothing, and is owed again where it was taken over", async () => {
    await callOff();
    const { id } = await refundOutside(100_000);
    await poll();
    await takeOver(id);
    const before = await owed();
    await control(shop.mock, `refunds/${id}`, { method: "POST", body: { outcome: "failed" } });
    await poll();
    expect([before, await owed()]).toEqual([DUE - 100_000, DUE]);
    const other = await refundOutside(50_000);
    await control(shop.mock, `refunds/${other.id}`, {
      method: "POST",
      body: { outcome: "failed" },
    });
    await poll();
    expect(await takeOver(other.id)).toMatchObject({ code: "move_not_allowed" });
    expect(await prepareRefund(first, { ownerId: order.id, amountVnd: vnd(1_000) })).toMatchObject({
      code: "payee_missing",
    });
  });
});

describe("a refund outside our books of five millions and more", () => {
  beforeEach(async () => {
    turnTo(await paidOrder(30, 5_867_000));
  });

  it("is taken over by two people", async () => {
    const { amountVnd } = present((await standOf(order.id)).charges[0], "no charge");
    await callOff();
    const { id } = await refundOutside();
    await poll();
    expect(amountVnd).toBeGreaterThanOrEqual(5_000_000);
    expect(await takeOver(id)).toMatchObject({ value: { status: "waits" } });
    expect(await takeOver(id)).toMatchObject({ value: { status: "waits" } });
    expect(await takeOver(id, second)).toMatchObject({ code: "card_refund_waiting" });
    const answer = (by: UserActor, decision: "agree" | "refuse", note = NOTE) =>
      answerTakeOver(by, { strayId: id, note, decision });
    expect(await answer(first, "agree")).toMatchObject({ code: "second_person_needed" });
    expect(await answer(second, "agree", "Khác")).toMatchObject({ code: "form_outdated" });
    expect(await answer(second, "refuse")).toMatchObject({ ok: true });
    expect(await owed()).toBe(amountVnd);
    expect(await takeOver(id, second)).toMatchObject({ value: { status: "waits" } });
    expect(await answer(first, "agree")).toMatchObject({ ok: true });
    expect(await answer(first, "agree")).toMatchObject({ ok: true });
    expect(await owed()).toBe(0);
    expect(await strays()).toMatchObject([{ status: "succeeded" }]);
  });
});

describe("a refund outside our books of what nobody owed", () => {
  const household = async () =>
    ({ kind: "household", ownerId: (await orderRow()).householdId }) as const;
  async function deliverIt() {
    const orderCode = (await orderRow()).code;
    await confirmOrder(first, ALL_ROWS, { orderCode });
    await packOrder(first, ALL_ROWS, { orderCode });
    await shipOrder(first, ALL_ROWS, { orderCode, carrier: "VNPOST", trackingCode: "V1" });
    const mover = { by: "household", scope: ALL_ROWS } as const;
    expect(await deliverOrder(first, mover, { orderCode })).toMatchObject({ ok: true });
  }

  it("keeps its goods here, and is the market's loss until it is owed", async () => {
    const { id } = await refundOutside();
    await poll();
    const orderCode = (await orderRow()).code;
    await confirmOrder(first, ALL_ROWS, { orderCode });
    await packOrder(first, ALL_ROWS, { orderCode });
    expect(
      await shipOrder(first, ALL_ROWS, { orderCode, carrier: "VNPOST", trackingCode: "V1" }),
    ).toMatchObject({ code: "card_refund_unbooked" });
    const before = await losses();
    await takeOver(id);
    expect((await losses()) - before).toBe(DUE);
    const { code } = await orderRow();
    const by = { by: "household", scope: ALL_ROWS } as const;
    await closeOrder(first, by, { orderCode: code, to: "cancelled", reason: "Đã hoàn" });
    await sweepCards(shop.provider);
    expect([await owed(), (await losses()) - before]).toEqual([0, 0]);
  });

  it("that failed later is no loss any more, and owed is what had been", async () => {
    const { id } = await refundOutside();
    await poll();
    const before = await losses();
    await takeOver(id);
    await control(shop.mock, `refunds/${id}`, { method: "POST", body: { outcome: "failed" } });
    await poll();
    expect([await owed(), (await losses()) - before]).toEqual([0, 0]);
  });

  it("holds what its household earned, until it is in the books", async () => {
    await deliverIt();
    const { id } = await refundOutside(100_000);
    await poll();
    setClock(now() + 12 * DAY_MS);
    const { householdId } = await orderRow();
    const payable = async () => (await listPayable(reader(), [householdId])).get(householdId);
    const earned = await balanceOf(await household());
    expect(earned).toBeGreaterThan(0);
    expect(await payable()).toMatchObject({ comingVnd: earned, ripeVnd: 0 });
    await takeOver(id);
    expect(await payable()).toMatchObject({ comingVnd: 0, ripeVnd: earned });
    expect(await balanceOf(await household())).toBe(earned);
  });
});
