import {
  mayMoveOrder,
  type OrderMover,
  type OrderStatus,
} from "../../../app/domain/orders/order-status";
import { isPaidAtDoor, type PaymentMethod } from "../../../app/domain/orders/payment-methods";
import { invariant } from "../../../app/platform/invariant";
import { HOUR_MS, MINUTE_MS } from "../../../app/platform/period";
import type { Random } from "./random";

export const PAYMENT_MINUTES = 30;

export type OrderMove = {
  from: OrderStatus | null;
  to: OrderStatus;
  reason: string | null;
  /** Null: it was placed so. */
  by: OrderMover | null;
  at: number;
};
/** When the money of a transfer came, or null: it never did. */
export type TransferMoment = number | null;

/** `until` ends the order's way there, for orders that shall wait on a desk. */
export type LifeWish = {
  placedAt: number;
  /** Nothing happens from here on. */
  endsAt: number;
  isNear: boolean;
  until: "placed" | "confirmed" | "shipped" | null;
};

const CANCEL_REASONS = [
  "Hết hàng, xin lỗi anh chị.",
  "Mưa lớn, chưa thu hoạch được.",
  "Đường sạt lở, chưa gửi hàng được.",
];
const REFUSE_REASONS = ["Người mua không nhận hàng.", "Gọi nhiều lần không ai nghe máy."];

/** Six in a hundred transfers never come, but for orders that shall wait on a desk. */
export function drawTransfer(
  random: Random,
  { placedAt, until }: Pick<LifeWish, "placedAt" | "until">,
): TransferMoment {
  if (until === null && random.chance(0.06)) return null;
  // Most pay at once; banks report in whole seconds.
  const minutes = random.chance(0.8) ? random.whole(1, 6) : random.whole(7, PAYMENT_MINUTES - 2);
  const at = placedAt + minutes * MINUTE_MS + random.whole(0, 59) * 1_000;
  return at - (at % 1_000);
}

/** Everything that happened to one order, oldest first; the moves are those the table of moves allows. */
export function liveOrder(
  random: Random,
  method: PaymentMethod,
  wish: LifeWish & { transferAt: TransferMoment },
): OrderMove[] {
  const moves: OrderMove[] = [];
  const move = (to: OrderStatus, at: number, how: Pick<OrderMove, "reason" | "by">): boolean => {
    const from = moves.at(-1)?.to ?? null;
    if (at >= wish.endsAt || (from !== null && from === wish.until)) return false;
    const isAllowed =
      from === null || (how.by !== null && mayMoveOrder({ status: from, method }, to, how.by));
    invariant(isAllowed, `sample order from ${from} to ${to}`);
    moves.push({ from, to, at, ...how });
    return true;
  };
  const placement = { reason: null, by: null } as const;
  const household = { reason: null, by: "household" } as const;

  let at = wish.placedAt;
  if (!isPaidAtDoor(method)) {
    move("awaiting_payment", at, placement);
    if (wish.transferAt === null) {
      move("expired", wish.placedAt + PAYMENT_MINUTES * MINUTE_MS, { reason: null, by: "clock" });
      return moves;
    }
    at = wish.transferAt;
    move("placed", at, { reason: null, by: "money" });
  } else {
    move("placed", at, placement);
  }

  const fate = wish.until === null ? random.whole(1, 1_000) : 1_000;
  at += hours(random, 1, 14);
  if (fate <= 15) {
    move("cancelled", at, { reason: random.pick(CANCEL_REASONS), by: "household" });
    return moves;
  }
  if (!move("confirmed", at, household)) return moves;
  at += hours(random, 3, 30);
  if (fate <= 25) {
    move("cancelled", at, { reason: random.pick(CANCEL_REASONS), by: "household" });
    return moves;
  }
  if (!move("shipped", at, household)) return moves;
  at += wish.isNear ? hours(random, 14, 48) : hours(random, 30, 96);
  if (isPaidAtDoor(method) && fate <= 65) {
    move("refused", at, { reason: random.pick(REFUSE_REASONS), by: "household" });
  } else {
    move("delivered", at, household);
  }
  return moves;
}

function hours(random: Random, from: number, to: number): number {
  return random.whole(from * HOUR_MS, to * HOUR_MS);
}
