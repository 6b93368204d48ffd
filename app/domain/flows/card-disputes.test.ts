import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cardDisputes } from "~db/schema/payments-cards";
import { GUEST } from "~/domain/audit/actor";
import { ALL_ROWS } from "~/domain/identity/scope";
import { findCardMoney } from "~/domain/payments/queries-cards.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { approveDisbursement } from "./approve-disbursement.server";
import { confirmOrder } from "./confirm-order.server";
import { enterRefundAccount } from "./enter-refund-account.server";
import { packOrder } from "./pack-order.server";
import { prepareRefund } from "./prepare-refund.server";
import { shipOrder } from "./ship-order.server";
import { control, DUE, standOf } from "./test-cards";
import {
  callOff,
  first,
  order,
  orderRow,
  owed,
  poll,
  refund,
  second,
  setUpPaidCards,
  shop,
  sweep,
} from "./test-card-refunds";

const ACCOUNT = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
setUpPaidCards();

describe("case 39: a dispute", () => {
  async function dispute() {
    const [charge] = (await standOf(order.id)).charges;
    const opened = await control<{ id: string }>(shop.mock, "disputes", {
      method: "POST",
      body: { charge: charge?.id },
    });
    await poll();
    return opened.id;
  }
  const close = async (id: string, outcome: "won" | "lost") => {
    await control(shop.mock, `disputes/${id}`, { method: "POST", body: { outcome } });
    await poll();
  };
  const hold = () => balanceOf({ kind: "dispute_hold" });
  const losses = () => balanceOf({ kind: "dispute_losses" });
  const ship = async () => {
    const { code: orderCode } = await orderRow();
    await confirmOrder(first, ALL_ROWS, { orderCode });
    await packOrder(first, ALL_ROWS, { orderCode });
    return shipOrder(first, ALL_ROWS, { orderCode, carrier: "VNPost", trackingCode: "EE1" });
  };

  it("case 39: holds the money, and nothing is sent or refunded meanwhile", async () => {
    const before = await hold();
    const id = await dispute();
    expect(await hold()).toBe(before + DUE);
    expect(await reader().select().from(cardDisputes).where(eq(cardDisputes.id, id))).toMatchObject(
      [{ status: "open", amountVnd: DUE }],
    );
    await callOff();
    expect(await refund(DUE)).toMatchObject({ ok: false, code: "card_disputed" });
    expect(await findCardMoney(order.id)).toMatchObject({ isDisputed: true });
    await close(id, "won");
    expect(await hold()).toBe(before);
    expect(await refund(DUE)).toMatchObject({ ok: true });
    await sweep();
    expect(await owed()).toBe(0);
  });

  it("case 39: lost is written off, with its fee", async () => {
    const [held, lost] = [await hold(), await losses()];
    const id = await dispute();
    await close(id, "lost");
    await poll();
    expect(await hold()).toBe(held);
    expect(await losses()).toBe(lost + DUE);
    await callOff();
    expect(await refund(DUE)).toMatchObject({ ok: false, code: "card_disputed" });
    // The buyer has it by the dispute already: it is not owed a second time, and our loss is none.
    await sweep();
    expect(await owed()).toBe(0);
    expect(await losses()).toBe(lost);
    const [ownerId, amountVnd] = [order.id, vnd(DUE)];
    await enterRefundAccount(GUEST, { ownerId, account: ACCOUNT });
    expect(await prepareRefund(first, { ownerId, amountVnd })).toMatchObject({ ok: false });
  });

  it("case 39: what is owed is not sent by the bank while it is open, nor after it was lost", async () => {
    await callOff();
    const [ownerId, amountVnd] = [order.id, vnd(DUE)];
    await enterRefundAccount(GUEST, { ownerId, account: ACCOUNT });
    const prepared = await prepareRefund(first, { ownerId, amountVnd });
    if (!prepared.ok) throw new Error(prepared.code);
    const id = await dispute();
    const again = () => prepareRefund(first, { ownerId, amountVnd: vnd(1_000) });
    expect(await again()).toMatchObject({ code: "card_disputed" });
    const approve = () => approveDisbursement(second, { code: prepared.value.code });
    expect(await approve()).toMatchObject({ code: "card_disputed" });
    await close(id, "lost");
    expect(await approve()).toMatchObject({ code: "amount_over_owed" });
    expect(await owed()).toBe(0);
  });

  it("case 39: nothing of it is shipped", async () => {
    const id = await dispute();
    expect(await ship()).toMatchObject({ ok: false, code: "card_disputed" });
    await close(id, "won");
    expect(await ship()).toMatchObject({ ok: true });
  });
});
