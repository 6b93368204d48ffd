import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/platform/period";
import {
  countsToPay,
  dueLess,
  earningsOf,
  isDecided,
  isOver,
  isThere,
  markReturned,
  LAPSES,
  mayAsk,
  mergeWanted,
  MOVES,
  newOrder,
  newSeller,
  NOTHING_PAID,
  overdueOrders,
  owesCash,
  payAtDoor,
  payDebt,
  PRODUCTS,
  requestClock,
  REQUEST_MOVES,
  STOCK,
  sum,
  takeBack,
  type Checkout,
  type Line,
  type Order,
  type Purchase,
  type Request,
  type Wanted,
} from "./test-order-model-tables";

/**
 * Test support: what a shop must do, as plainly as can be. Money is a number in a place, and stock is two. Each method
 * answers whether the shop must agree.
 */
export class ShopModel {
  stock = PRODUCTS.map(() => ({ onHand: STOCK, held: 0 }));
  checkouts: Checkout[] = [];
  money = { bank: 0, courier: 0, suspense: 0, commission: 0, tax: 0 };
  households = [newSeller(), newSeller()];

  /** Withholding is on. */
  isTaxed = false;

  constructor(public now: number) {}

  place(by: Purchase, wanted: readonly Wanted[]): boolean {
    const lines = mergeWanted(wanted);
    if (!this.fits(lines) || owesCash(this.checkouts, by)) return false;
    this.hold(lines, 1);
    const sellers = [...new Set(lines.map((line) => PRODUCTS[line.product]?.household ?? NaN))];
    const orders = sellers.map((household): Order => {
      const own = lines.filter((line) => PRODUCTS[line.product]?.household === household);
      own.sort((one, other) => one.product - other.product);
      return newOrder(household, own, { ...by, at: this.now, isTaxed: this.isTaxed });
    });
    this.checkouts.push({
      ...by,
      status: by.method === "cod" ? "accepted" : "awaiting_payment",
      payment: by.method === "cod" ? "on_delivery" : "open",
      payBy: this.now + 30 * MINUTE_MS,
      dueVnd: sum(orders.map((order) => order.totalVnd)),
      ...NOTHING_PAID,
      orders,
    });
    return true;
  }

  pay(checkout: Checkout, amountVnd: number): void {
    this.money.bank += amountVnd;
    const isOfDoor = checkout.payment === "on_delivery";
    const isOpen = isOfDoor || checkout.payment === "open" || checkout.payment === "partially_paid";
    const isLate = checkout.payment === "expired" && checkout.method === "vietqr";
    const missingVnd = checkout.dueVnd - checkout.capturedVnd;
    const lines = checkout.orders.flatMap((order) => order.lines);
    const isRevived = isLate && amountVnd >= missingVnd && this.fits(lines);
    if (!isOpen && !isRevived) {
      checkout.refundVnd += amountVnd;
      return;
    }
    if (isRevived) this.hold(lines, 1);
    const appliedVnd = Math.min(amountVnd, missingVnd);
    checkout.capturedVnd += appliedVnd;
    checkout.heldVnd += appliedVnd;
    checkout.refundVnd += amountVnd - appliedVnd;
    if (isOfDoor) payAtDoor(checkout, appliedVnd);
    const isComplete = checkout.capturedVnd === checkout.dueVnd;
    checkout.payment = isComplete ? "paid" : isOfDoor ? "on_delivery" : "partially_paid";
    if (isOfDoor || !isComplete) return;
    checkout.status = "accepted";
    for (const order of checkout.orders) {
      order.status = "placed";
      order.clockAt = this.now + 48 * HOUR_MS;
    }
  }

  giveUp(checkout: Checkout): boolean {
    if (checkout.status === "cancelled") return true;
    if (checkout.status !== "awaiting_payment") return false;
    this.endUnpaid(checkout, "cancelled");
    return true;
  }

  move(
    { checkout, order }: { checkout: Checkout; order: Order },
    { to, by, isSelfBrought }: { to: string; by: string; isSelfBrought: boolean },
  ): boolean {
    if (order.status === "awaiting_payment" || order.status === "expired") return false;
    // Told of again in other words, a parcel stays as it was told.
    if (isThere(order, to)) return to !== "shipped" || order.isSelfBrought === isSelfBrought;
    if (!MOVES.includes(`${order.status}>${to} ${by},`)) return false;
    if (to === "delivered" && by === "clock" && checkout.method === "cod") return false;
    const open = order.requests.filter((request) => !isOver(request));
    if (to === "delivered" && open.length > 0 && by !== "buyer") return false;
    if (to === "delivered") open.forEach((request) => this.setRequest(request, "closed"));
    order.status = to;
    order.clockAt = null;
    order.deliveredBy = by;
    if (to === "confirmed" || to === "packed") order.clockAt = this.now + 10 * DAY_MS;
    if (to === "shipped") {
      order.shippedAt = this.now;
      order.isSelfBrought = isSelfBrought;
      if (checkout.method === "vietqr") order.clockAt = this.now + 10 * DAY_MS;
      this.hold(order.lines, -1);
      for (const line of order.lines) this.lot(line).onHand -= line.quantity;
    }
    if (to === "delivered") this.sell(checkout, order);
    if (to === "cancelled" || to === "refused" || to === "lost") this.undo(checkout, order, to);
    return true;
  }

  ask(order: Order, reason: string, counts: readonly number[]): boolean {
    if (!mayAsk(order, reason, this.now)) return false;
    if (order.requests.some((request) => !isOver(request))) return false;
    const left = order.lines.map((line) => line.quantity - line.returned);
    const asked = reason === "not_received" ? left : order.lines.map((_, i) => counts[i] ?? 0);
    if (asked.some((packs, i) => packs > (left[i] ?? 0)) || sum(asked) === 0) return false;
    const clockAt = this.now + 3 * DAY_MS;
    if (order.requests.length >= 5 || isDecided(order, reason, asked)) return false;
    const request = { reason, counts: asked, clockAt, status: "requested" };
    order.requests.push({ ...request, refundVnd: 0, isDecided: false });
    if (order.status === "shipped") order.clockAt = null;
    return true;
  }

  moveRequest(order: Order, request: Request, { to, by }: { to: string; by: string }): boolean {
    if (request.status === to) return true;
    if (to === "accepted" && request.reason === "not_received") return false;
    if (!REQUEST_MOVES.includes(`${request.status}>${to} ${by},`)) return false;
    this.setRequest(request, to);
    if (to === "closed" && by === "department") request.isDecided = true;
    if (to === "closed" && order.status === "shipped") order.clockAt = this.now + 10 * DAY_MS;
    return true;
  }

  /** @param counts packs by line, null for all that is asked */
  refund(
    { checkout, order, request }: { checkout: Checkout; order: Order; request: Request },
    by: string,
    how: { counts: readonly number[] | null; isRestocked: boolean },
  ): boolean {
    if (request.status === "refunded") return true;
    const counts = countsToPay(order, request, order.status === "shipped" ? null : how.counts);
    if (!counts) return false;
    if (!REQUEST_MOVES.includes(`${request.status}>refunded ${by},`)) return false;
    this.setRequest(request, "refunded");
    if (order.status === "shipped") {
      order.status = "lost";
      order.clockAt = null;
      markReturned(order, counts);
      this.undo(checkout, order, "lost");
      return true;
    }
    if (how.isRestocked && request.reason !== "not_received") {
      for (const [i, line] of order.lines.entries()) this.lot(line).onHand += counts[i] ?? 0;
    }
    const back = takeBack(order, counts, request.reason);
    const seller = this.seller(order);
    this.money.commission -= back.feesVnd;
    this.money.tax -= back.taxesVnd;
    seller.owedVnd += back.feesVnd + back.taxesVnd;
    seller.debtVnd += back.totalVnd;
    payDebt(seller);
    checkout.refundVnd += back.totalVnd;
    seller.backVnd += back.itemsVnd;
    request.refundVnd = back.totalVnd;
    return true;
  }

  wait(milliseconds: number): void {
    this.now += milliseconds;
    for (const checkout of this.checkouts) {
      if (checkout.status !== "awaiting_payment" || checkout.payBy > this.now) continue;
      this.endUnpaid(checkout, "expired");
    }
    for (const { checkout, order } of overdueOrders(this.checkouts, this.now)) {
      const to = order.status === "shipped" ? "delivered" : "cancelled";
      this.move({ checkout, order }, { to, by: "clock", isSelfBrought: false });
    }
    for (const order of this.checkouts.flatMap((checkout) => checkout.orders)) {
      for (const request of order.requests) {
        const to = LAPSES[request.status];
        if (to === undefined || request.clockAt === null || request.clockAt > this.now) continue;
        this.moveRequest(order, request, { to, by: "clock" });
      }
    }
  }

  private lot({ product }: Pick<Line, "product">) {
    return this.stock[product] ?? { onHand: NaN, held: NaN };
  }

  private seller({ household }: Pick<Order, "household">) {
    return this.households[household] ?? newSeller();
  }

  private fits(lines: readonly Line[]): boolean {
    return lines.every((line) => this.lot(line).onHand - this.lot(line).held >= line.quantity);
  }

  private hold(lines: readonly Line[], sign: 1 | -1): void {
    for (const line of lines) this.lot(line).held += sign * line.quantity;
  }

  private endUnpaid(checkout: Checkout, to: "expired" | "cancelled"): void {
    for (const order of checkout.orders) {
      order.status = "expired";
      this.hold(order.lines, -1);
    }
    checkout.refundVnd += checkout.heldVnd;
    Object.assign(checkout, { status: to, payment: to, heldVnd: 0, capturedVnd: 0 });
  }

  private sell(checkout: Checkout, order: Order): void {
    const seller = this.seller(order);
    const { feeVnd, taxVnd, earnedVnd, keptVnd } = earningsOf(order);
    order.deliveredAt = this.now;
    checkout.heldVnd -= order.totalVnd - order.cashVnd;
    checkout.capturedVnd += order.cashVnd;
    if (checkout.capturedVnd === checkout.dueVnd) checkout.payment = "paid";
    this.money.commission += feeVnd;
    this.money.tax += taxVnd;
    seller.soldVnd += order.itemsVnd;
    if (order.isSelfBrought) seller.cashVnd += order.cashVnd - keptVnd;
    else this.money.courier += order.cashVnd;
    seller.owedVnd += earnedVnd - keptVnd;
    // Cash that a carrier has is not here yet: the payout that takes the sale sets the debt off.
    if (order.isSelfBrought || order.cashVnd === 0) payDebt(seller);
  }

  private undo(checkout: Checkout, order: Order, to: string): void {
    if (to === "cancelled") this.hold(order.lines, -1);
    if (to === "refused") for (const line of order.lines) this.lot(line).onHand += line.quantity;
    for (const request of order.requests) if (!isOver(request)) this.setRequest(request, "closed");
    if (checkout.method === "vietqr") {
      checkout.heldVnd -= order.totalVnd;
      checkout.refundVnd += order.totalVnd;
      return;
    }
    const freeVnd = order.totalVnd - order.cashVnd;
    order.cashVnd = 0;
    const backVnd = payAtDoor(checkout, freeVnd, false);
    checkout.capturedVnd -= backVnd;
    checkout.heldVnd -= backVnd;
    checkout.refundVnd += backVnd;
    dueLess(checkout, order.totalVnd);
  }

  private setRequest(request: Request, to: string): void {
    request.status = to;
    request.clockAt = requestClock(to, this.now);
  }
}
