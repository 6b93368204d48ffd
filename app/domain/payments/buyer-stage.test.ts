import { describe, expect, it } from "vitest";
import type { CheckoutStatus, OrderStatus } from "~/domain/orders/order-status";
import {
  buyerStageOf,
  isStageOpen,
  liveStateOf,
  moneyNoteOf,
  type BuyerStage,
} from "./buyer-stage";
import type { PaymentStatus } from "./payment-status";

const stage = (status: CheckoutStatus, payment: PaymentStatus, orders: readonly OrderStatus[]) =>
  buyerStageOf({ status, orders: orders.map((one) => ({ status: one })) }, { status: payment });

describe("buyerStageOf", () => {
  it("goes by the money until it is there", () => {
    expect(stage("awaiting_payment", "open", ["awaiting_payment"])).toBe("awaiting_payment");
    expect(stage("awaiting_payment", "partially_paid", ["awaiting_payment"])).toBe(
      "partially_paid",
    );
    expect(stage("expired", "expired", ["expired"])).toBe("expired");
    expect(stage("expired", "partially_paid", ["expired"])).toBe("expired");
  });

  it.each<[readonly OrderStatus[], BuyerStage]>([
    [["placed"], "placed"],
    [["confirmed"], "confirmed"],
    [["shipped"], "shipped"],
    [["delivered"], "delivered"],
    [["delivered", "placed"], "placed"],
    [["delivered", "shipped", "confirmed"], "confirmed"],
    [["delivered", "cancelled"], "delivered"],
    [["cancelled", "shipped"], "shipped"],
    [["cancelled", "refused"], "closed"],
  ])("then by the slowest of %j: %s", (orders, expected) => {
    expect(stage("accepted", "paid", orders)).toBe(expected);
    expect(stage("accepted", "on_delivery", orders)).toBe(expected);
  });

  it("ends", () => {
    expect(isStageOpen("shipped")).toBe(true);
    expect(isStageOpen("expired")).toBe(true); // a late transfer may revive it
    expect(isStageOpen("delivered")).toBe(false);
    expect(isStageOpen("closed")).toBe(false);
  });
});

describe("moneyNoteOf", () => {
  const paidAt = 1_795_000_000_000;
  it.each([
    ["vietqr", 0, 90_000, null, null],
    ["vietqr", 40_000, 50_000, null, null],
    ["vietqr", 90_000, 0, paidAt, { kind: "received", amountVnd: 90_000, at: paidAt }],
    ["vietqr", 0, 0, null, null], // expired
    ["cod", 0, 219_000, null, { kind: "at_the_door", amountVnd: 219_000 }],
    ["cod", 100_000, 119_000, null, { kind: "at_the_door", amountVnd: 119_000 }],
    ["cod", 219_000, 0, paidAt, { kind: "paid_at_the_door", amountVnd: 219_000, at: paidAt }],
    ["vietqr_on_delivery", 0, 219_000, null, { kind: "at_the_door", amountVnd: 219_000 }],
    [
      "vietqr_on_delivery",
      219_000,
      0,
      paidAt,
      { kind: "received", amountVnd: 219_000, at: paidAt },
    ],
    ["cod", 0, 0, null, null], // every order fell through
  ] as const)("%s, %i captured, %i remaining", (method, capturedVnd, remainingVnd, at, note) => {
    expect(moneyNoteOf({ method, capturedVnd, remainingVnd, paidAt: at })).toEqual(note);
  });
});

describe("liveStateOf", () => {
  const checkout = {
    status: "accepted" as CheckoutStatus,
    orders: [
      { code: "UQ1-1", status: "placed" as OrderStatus, trackingCode: null as string | null },
    ],
  };
  const payment = { status: "paid" as PaymentStatus, capturedVnd: 5, refundDueVnd: 0 };
  const before = liveStateOf(checkout, payment);

  it.each([
    ["checkout", { ...checkout, status: "expired" as const }, payment],
    [
      "order",
      { ...checkout, orders: [{ code: "UQ1-1", status: "shipped" as const, trackingCode: null }] },
      payment,
    ],
    [
      "parcel",
      { ...checkout, orders: [{ code: "UQ1-1", status: "placed" as const, trackingCode: "VN1" }] },
      payment,
    ],
    ["payment", checkout, { ...payment, status: "partially_paid" as const }],
    ["money", checkout, { ...payment, capturedVnd: 6 }],
    ["refund", checkout, { ...payment, refundDueVnd: 1 }],
  ])("changes with the %s", (_, one, other) => {
    expect(liveStateOf(one, other)).not.toBe(before);
  });
});
