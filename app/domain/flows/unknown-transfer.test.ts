import { describe, expect, it } from "vitest";
import { SYSTEM } from "~/domain/audit/actor";
import { listBankTransactions } from "~/domain/payments/queries.server";
import { vnd } from "~/platform/money";
import { deliverOrder } from "./deliver-order.server";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { shipOrder } from "./ship-order.server";
import { BY_ALL } from "./test-orders";
import { DUE, place, receive, pay, standing, UNPAID, setUpTransfers } from "./test-transfers";

setUpTransfers();

describe("money whose purpose is unknown", () => {
  const SUSPENDED = { ...UNPAID, bank: DUE, suspense: DUE };

  it.each(["", "chuyen tien", "UQ7K3M9", "UQ0000000"])("memo %j", async (content) => {
    const checkout = await place();
    const { judgement } = await receive({ content, amountVnd: vnd(DUE) });
    expect(judgement).toEqual({ status: "suspense", reason: "no_reference" });
    expect(await standing(checkout)).toEqual(SUSPENDED);
  });

  it("case 49: a reference with one wrong symbol is a suggestion to a person, never a match", async () => {
    const checkout = await place();
    const last = checkout.code.endsWith("2") ? "3" : "2";
    const { judgement } = await pay(checkout.code.slice(0, -1) + last, DUE);
    expect(judgement?.reason).toBe("no_reference");
    expect(await standing(checkout)).toEqual(SUSPENDED);
  });

  it("a valid reference of no order of ours", async () => {
    const { judgement } = await pay("UQ2222222", DUE);
    expect(judgement?.reason).toBe("no_reference");
  });

  it("case 48: two orders in one memo", async () => {
    const [one, two] = [await place(), await place()];
    const content = `${one.code} va ${two.code}`;
    const { judgement } = await receive({ content, amountVnd: vnd(2 * DUE) });
    expect(judgement).toEqual({ status: "suspense", reason: "several_references" });
    const { transactions } = await listBankTransactions({ status: "suspense", page: 1 });
    expect(transactions).toMatchObject([
      { references: [one.code, two.code], checkoutCode: null, maskedAccount: "•••• 2345" },
    ]);
  });

  it("case 57: an order whose cash was taken at the door already is owed back", async () => {
    const checkout = await place("cod");
    const orderCode = `${checkout.code}-1`;
    const scope = { kind: "all" } as const;
    await confirmOrder(SYSTEM, scope, { orderCode });
    await shipOrder(SYSTEM, scope, { orderCode, carrier: "VNPost", trackingCode: "EE123VN" });
    await deliverOrder(SYSTEM, BY_ALL, { orderCode });
    expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
    expect((await standing(checkout)).refund).toBe(DUE);
  });
});

it("cash whose orders all fell through revives nothing: a transfer is owed back", async () => {
  const checkout = await place("cod");
  const orderCode = `${checkout.code}-1`;
  await closeOrder(SYSTEM, BY_ALL, { orderCode, to: "cancelled", reason: "Hết hàng" });
  expect((await pay(checkout.code, DUE)).judgement?.reason).toBe("refund_due");
  expect(await standing(checkout)).toMatchObject({ payment: "expired", refund: DUE });
});
