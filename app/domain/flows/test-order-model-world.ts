import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { lineItems, orders } from "~db/schema/orders";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { RETURN_REASONS } from "~/domain/returns/return-reasons";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "~/platform/period";
import { cancelPurchase } from "./cancel-purchase.server";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { moveOverdue } from "./move-overdue.server";
import type { Mover } from "./move-order.server";
import { moveReturn } from "./move-return.server";
import { packOrder } from "./pack-order.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { refundReturn } from "./refund-return.server";
import { requestReturn } from "./request-return.server";
import { shipOrder } from "./ship-order.server";
import { products, START } from "./test-order-model-shop";
import { ShopModel } from "./test-order-model";
import { type Checkout, type Order } from "./test-order-model-tables";
import { TEST_SHOP, testNotice, testSubmission } from "./test-shop";
import {
  isOrderKind,
  isRequestKind,
  ORDER_STEPS,
  REQUEST_STEPS,
  type OrderKind,
  type RequestKind,
  type Step,
} from "./test-order-model-steps";

const ALL = { kind: "all" } as const;
const HOUSEHOLD: Mover = { by: "household", scope: ALL };
const DEPARTMENT: Mover = { by: "department" };

/** Test support of the model: a shop and what it must be like, with the codes under which the shop knows its checkouts. */
export class World {
  model = new ShopModel(START);
  codes: string[] = [];

  async take({ kind, pick, amount }: Step): Promise<void> {
    setClock(this.model.now);
    if (isOrderKind(kind)) return this.moveOrder(kind, pick);
    if (isRequestKind(kind)) return this.moveRequest(kind, pick, amount);
    switch (kind) {
      case "place":
      case "place cash":
        return this.place(kind === "place" ? "vietqr" : "cod", pick, amount);
      case "sell":
      case "sell cash":
        return this.sell(kind === "sell" ? "vietqr" : "cod", pick, amount);
      case "pay":
      case "pay short":
      case "pay over":
        return this.pay(kind, pick, amount);
      case "give up": {
        const [checkout, checkoutCode] = this.checkout(pick);
        if (!checkout) return;
        const done = await cancelPurchase(GUEST, { checkoutCode });
        return expect(done.ok).toBe(this.model.giveUp(checkout));
      }
      case "wait": {
        const days = [1, 1, 2, 3, 4, 8, 11].map((count) => count * DAY_MS);
        const times = [MINUTE_MS, MINUTE_MS, HOUR_MS, HOUR_MS, ...days];
        this.model.wait(times[pick % times.length] ?? 0);
        setClock(this.model.now);
        await expireCheckouts(SYSTEM);
        await moveOverdue();
        return;
      }
      case "ask":
        return this.ask(pick, amount);
      case "give back":
        return this.giveBack(pick, amount);
    }
  }

  private checkout(pick: number): [Checkout | undefined, string] {
    const i = pick % Math.max(1, this.codes.length);
    return [this.model.checkouts[i], this.codes[i] ?? ""];
  }

  /** Any order; more often one that stands where something may be done with it. */
  private order(pick: number, isWanted: (order: Order) => boolean) {
    const all = this.model.checkouts.flatMap((checkout, i) =>
      checkout.orders.map((_, j) => this.orderAt(i, j)),
    );
    const wanted = all.filter(({ order }) => isWanted(order));
    const from = pick % 5 > 0 && wanted.length > 0 ? wanted : all;
    return from[Math.floor(pick / 5) % Math.max(1, from.length)];
  }

  private orderAt(i: number, j: number) {
    const checkout = present(this.model.checkouts[i], "no such checkout");
    const order = present(checkout.orders[j], "no such order");
    const checkoutCode = this.codes[i] ?? "";
    return { checkout, order, checkoutCode, orderCode: `${checkoutCode}-${j + 1}` };
  }

  private async place(method: "vietqr" | "cod", pick: number, amount: number) {
    const wanted = [
      { product: pick % 3, quantity: 1 + (amount % 3) },
      ...(amount % 2 === 0 ? [{ product: Math.floor(pick / 3) % 3, quantity: 1 }] : []),
    ];
    const lines = wanted.map(({ product, quantity }) => ({
      productId: products[product] ?? "",
      quantity,
    }));
    const { communeCode } = TEST_SHOP;
    const { totalVnd } = await quoteCheckout({ lines, communeCode });
    const expectedTotalVnd = totalVnd ?? 0;
    const phone = `098765432${pick % 4}`;
    const placed = await placeCheckout(
      GUEST,
      testSubmission({ lines, expectedTotalVnd, method, communeCode, buyerPhone: phone }),
    );
    expect(placed.ok).toBe(this.model.place({ method, phone }, wanted));
    if (!placed.ok) return;
    this.codes.push(placed.value.code);
    expect(expectedTotalVnd).toBe(this.model.checkouts.at(-1)?.dueVnd);
  }

  /** The straight way to an order's end, so that there is something to give back. */
  private async sell(method: "vietqr" | "cod", pick: number, amount: number) {
    const before = this.codes.length;
    await this.place(method, pick, amount);
    if (this.codes.length === before) return;
    if (method === "vietqr") await this.pay("pay", before, amount);
    const orderCount = this.model.checkouts[before]?.orders.length ?? 0;
    const ways: OrderKind[] = ["confirm", "pack", amount % 3 === 0 ? "bring" : "ship", "deliver"];
    const stepCount = pick % 3 === 0 ? 1 + (amount % 4) : ways.length;
    for (let i = 0; i < orderCount; i += 1) {
      for (const kind of ways.slice(0, stepCount)) {
        await this.act(kind, this.orderAt(before, i));
      }
    }
  }

  private async pay(kind: "pay" | "pay short" | "pay over", pick: number, amount: number) {
    const [checkout, content] = this.checkout(pick);
    if (!checkout) return;
    const missing = checkout.dueVnd - checkout.capturedVnd;
    const change = { pay: 0, "pay short": -amount, "pay over": amount }[kind];
    const amountVnd = vnd(Math.max(1, missing + change));
    await receiveBankNotice({ notice: testNotice({ content, amountVnd }), rawBody: "{}" });
    this.model.pay(checkout, amountVnd);
  }

  private async moveOrder(kind: OrderKind, pick: number) {
    const found = this.order(pick, (order) => order.status === ORDER_STEPS[kind].from);
    if (found) await this.act(kind, found);
  }

  private async act(kind: OrderKind, found: ReturnType<World["orderAt"]>) {
    const { to, by } = ORDER_STEPS[kind];
    const { orderCode, checkoutCode } = found;
    const input = { orderCode };
    const parcel = { orderCode, carrier: kind === "bring" ? "self" : "GHN", trackingCode: "GHN1" };
    const buyer: Mover = { by: "buyer", checkoutCode };
    const mover = by === "buyer" ? buyer : HOUSEHOLD;
    const act = {
      confirmed: () => confirmOrder(SYSTEM, ALL, input),
      packed: () => packOrder(SYSTEM, ALL, input),
      shipped: () => shipOrder(SYSTEM, ALL, parcel),
      delivered: () => deliverOrder(SYSTEM, mover, input),
      cancelled: () => closeOrder(SYSTEM, mover, { ...input, to: "cancelled", reason: "Hết" }),
      refused: () => closeOrder(SYSTEM, mover, { ...input, to: "refused", reason: "" }),
      lost: () => closeOrder(SYSTEM, mover, { ...input, to: "lost", reason: "" }),
    }[to];
    const done = await act();
    expect(done.ok).toBe(this.model.move(found, { to, by, isSelfBrought: kind === "bring" }));
  }

  private async ask(pick: number, amount: number) {
    const found = this.order(pick, ({ status }) => status === "delivered" || status === "shipped");
    if (!found) return;
    const { order, checkoutCode, orderCode } = found;
    const reason = RETURN_REASONS[amount % RETURN_REASONS.length] ?? "damaged";
    const counts = order.lines.map((line, i) => (amount >> (i * 2 + 3)) % (line.quantity + 2));
    const opened = await requestReturn(GUEST, {
      checkoutCode,
      orderCode,
      reason,
      note: "",
      lines: await this.packs(orderCode, counts),
    });
    expect(opened.ok).toBe(this.model.ask(order, reason, counts));
    if (opened.ok) expect(opened.value.code).toBe(`${orderCode}-T${order.requests.length}`);
  }

  /** As far as the goods being on their way back, where that is possible. */
  private async giveBack(pick: number, amount: number) {
    await this.ask(pick, amount);
    await this.moveRequest("accept", pick, amount);
    await this.moveRequest("send back", pick, amount);
  }

  private async moveRequest(kind: RequestKind, pick: number, amount: number) {
    const { from, to, by } = REQUEST_STEPS[kind];
    const found = this.order(pick, ({ requests }) => from.includes(requests.at(-1)?.status ?? "-"));
    const request = found?.order.requests.at(-1);
    if (!found || !request) return;
    const code = `${found.orderCode}-T${found.order.requests.length}`;
    const buyer: Mover = { by: "buyer", checkoutCode: found.checkoutCode };
    const mover = { buyer, household: HOUSEHOLD, department: DEPARTMENT }[by];
    if (to !== "refunded") {
      const done = await moveReturn({ actor: SYSTEM, mover, code, to, note: "" });
      return expect(done.ok).toBe(this.model.moveRequest(found.order, request, { to, by }));
    }
    const isRestocked = amount % 2 === 0;
    const counts =
      by === "department" ? found.order.lines.map((_, i) => (amount >> (i * 2 + 1)) % 4) : null;
    const lines = counts && (await this.packs(found.orderCode, counts));
    const done = await refundReturn(SYSTEM, mover, { code, note: "", isRestocked, lines });
    const wanted = { counts, isRestocked };
    expect(done.ok).toBe(this.model.refund({ ...found, request }, by, wanted));
  }

  private async packs(orderCode: string, counts: readonly number[]) {
    const rows = await reader()
      .select({ lineItemId: lineItems.id, productId: lineItems.productId })
      .from(lineItems)
      .innerJoin(orders, eq(orders.id, lineItems.orderId))
      .where(eq(orders.code, orderCode));
    return rows
      .toSorted((a, b) => products.indexOf(a.productId) - products.indexOf(b.productId))
      .map(({ lineItemId }, i) => ({ lineItemId, packCount: counts[i] ?? 0 }));
  }
}
