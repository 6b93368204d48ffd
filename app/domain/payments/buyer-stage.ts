import type { OrderStatus } from "~/domain/orders/order-status";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import type { CheckoutView } from "~/domain/orders/types";
import type { PaymentView } from "./types";

/**
 * Where a checkout stands for its buyer, in one word.
 * awaiting_payment: nothing has come yet; partially_paid: the rest is still to come; expired: not paid in time;
 * placed, confirmed, packed, shipped, delivered: as far as the slowest order that is still coming or has come;
 * closed: every order was cancelled, refused or lost, or the buyer gave it up before paying.
 */
const BUYER_STAGES = [
  "awaiting_payment",
  "partially_paid",
  "expired",
  "placed",
  "confirmed",
  "packed",
  "shipped",
  "delivered",
  "closed",
] as const;
export type BuyerStage = (typeof BUYER_STAGES)[number];

const ROAD = ["placed", "confirmed", "packed", "shipped", "delivered"] as const;

export function buyerStageOf(
  checkout: { status: CheckoutView["status"]; orders: readonly { status: OrderStatus }[] },
  payment: Pick<PaymentView, "status">,
): BuyerStage {
  if (checkout.status === "expired") return "expired";
  if (checkout.status === "cancelled") return "closed";
  if (checkout.status === "awaiting_payment") {
    return payment.status === "partially_paid" ? "partially_paid" : "awaiting_payment";
  }
  return (
    ROAD.find((status) => checkout.orders.some((order) => order.status === status)) ?? "closed"
  );
}

/**
 * What the buyer is told about the money. received: all of it has come. at_the_door: to be paid there for what is
 * still coming. paid_at_the_door: all that came to the door is paid, in cash.
 */
export type MoneyNote =
  | { kind: "received" | "paid_at_the_door"; amountVnd: number; at: number }
  | { kind: "at_the_door"; amountVnd: number };

/** Null while a transfer is waited for, and where nothing was paid and nothing is to be paid any more. */
export function moneyNoteOf(
  payment: Pick<PaymentView, "method" | "capturedVnd" | "remainingVnd" | "paidAt">,
): MoneyNote | null {
  const { method, capturedVnd, remainingVnd, paidAt } = payment;
  if (isPaidAtDoor(method) && remainingVnd > 0) {
    return { kind: "at_the_door", amountVnd: remainingVnd };
  }
  if (paidAt === null || capturedVnd === 0) return null; // nothing, too, where a voucher paid all
  const kind = method === "cod" ? "paid_at_the_door" : "received";
  return { kind, amountVnd: capturedVnd, at: paidAt };
}

/** A text that changes whenever the buyer's page would: the page asks for it and loads itself anew. */
export function liveStateOf(
  checkout: Pick<CheckoutView, "status"> & {
    orders: readonly Pick<CheckoutView["orders"][number], "code" | "status" | "trackingCode">[];
  },
  payment: Pick<PaymentView, "status" | "capturedVnd" | "refundDueVnd">,
): string {
  return [
    checkout.status,
    payment.status,
    payment.capturedVnd,
    payment.refundDueVnd,
    ...checkout.orders.map((order) =>
      [order.code, order.status, order.trackingCode ?? ""].join(" "),
    ),
  ].join(" | ");
}

/** True while the page may still change by itself. */
export function isStageOpen(stage: BuyerStage): boolean {
  return stage !== "delivered" && stage !== "closed";
}
