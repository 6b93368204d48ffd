import { expect } from "vitest";
import { lots } from "~db/schema/catalog";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { returnLines, returnRequests } from "~db/schema/returns";
import { accountBalances } from "~db/schema/settlement";
import { monthlySellers } from "~db/schema/statistics";
import { reader } from "~/platform/db.server";
import type { ShopModel } from "./test-order-model";
import { STOCK } from "./test-order-model-tables";
import { households, products } from "./test-order-model-shop";

/** Test support of the model: shop and model, as they may be compared. */
const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Everything that the model knows, read from the shop. */
export async function readShop(codes: readonly string[]) {
  const balances = new Map(
    (await reader().select().from(accountBalances)).map((row) => [row.accountId, row.balanceVnd]),
  );
  const held = (account: string) => balances.get(account) ?? 0;
  const owed = (account: string) => 0 - held(account);
  const standing = await readOrders();
  const sellers = await reader().select().from(monthlySellers);
  const lotRows = await reader().select().from(lots);
  const checkoutRows = await reader().select().from(checkouts);
  const paymentRows = await reader().select().from(payments);
  return {
    stock: products.map((productId) => {
      const lot = lotRows.find((one) => one.productId === productId);
      return { onHand: lot?.onHandCount, held: lot?.reservedCount };
    }),
    money: {
      bank: held("bank"),
      courier: held("courier"),
      suspense: owed("suspense"),
      commission: owed("commission"),
      tax: owed("tax_withheld"),
    },
    households: households.map((id) => ({
      owedVnd: owed(`household:${id}`),
      cashVnd: held(`household_cash:${id}`),
      debtVnd: held(`household_debt:${id}`),
      soldVnd: total(sellers.filter((row) => row.householdId === id).map((row) => row.itemsVnd)),
      backVnd: total(sellers.filter((row) => row.householdId === id).map((row) => row.returnedVnd)),
    })),
    checkouts: codes.map((code) => {
      const checkout = checkoutRows.find((row) => row.code === code);
      const payment = paymentRows.find((row) => row.reference === code);
      return {
        status: checkout?.status,
        payment: payment?.status,
        dueVnd: payment?.dueVnd,
        capturedVnd: payment?.capturedVnd,
        refundVnd: owed(`refund_due:${checkout?.id}`),
        heldVnd: owed(`buyer:${checkout?.id}`),
        orders: standing
          .filter(({ checkoutId }) => checkoutId === checkout?.id)
          .map(({ view }) => view),
      };
    }),
  };
}

async function readOrders() {
  const rows = await reader().select().from(orders).orderBy(orders.code);
  const requests = await reader().select().from(returnRequests).orderBy(returnRequests.code);
  const parts = await reader().select().from(returnLines);
  const lines = await reader().select().from(lineItems);
  return rows.map((row) => ({
    checkoutId: row.checkoutId,
    view: {
      status: row.status,
      clockAt: row.clockAt,
      totalVnd: row.totalVnd,
      cashVnd: row.cashVnd,
      lines: lines
        .filter((line) => line.orderId === row.id)
        .map(({ id, productId, quantity }) => ({
          product: products.indexOf(productId),
          quantity,
          returned: total(
            parts.filter((part) => part.lineItemId === id).map((part) => part.refundedCount),
          ),
        }))
        .toSorted((a, b) => a.product - b.product),
      requests: requests
        .filter((request) => request.orderId === row.id)
        .map(({ status, reason, clockAt, refundVnd }) => ({ status, reason, clockAt, refundVnd })),
    },
  }));
}

/** The same of the model. */
export function readModel({ stock, money, households: sellers, checkouts: bought }: ShopModel) {
  return {
    stock,
    money,
    households: sellers,
    checkouts: bought.map(
      ({ status, payment, dueVnd, capturedVnd, refundVnd, heldVnd, ...one }) => ({
        status,
        payment,
        dueVnd,
        capturedVnd,
        refundVnd,
        heldVnd,
        orders: one.orders.map(
          ({ status: stands, clockAt, totalVnd, cashVnd, lines, requests }) => ({
            status: stands,
            clockAt,
            totalVnd,
            cashVnd,
            lines,
            requests: requests.map((request) => ({
              status: request.status,
              reason: request.reason,
              clockAt: request.clockAt,
              refundVnd: request.refundVnd,
            })),
          }),
        ),
      }),
    ),
  };
}

/** Each đồng that came is in one place; no place holds less than nothing; no pack is lost or promised twice. */
export function expectConserved({
  stock,
  money,
  households: sellers,
  checkouts: bought,
}: ShopModel) {
  const assets =
    money.bank + money.courier + total(sellers.map((one) => one.cashVnd + one.debtVnd));
  const debts =
    money.suspense +
    money.commission +
    money.tax +
    total(sellers.map((one) => one.owedVnd)) +
    total(bought.map((one) => one.refundVnd + one.heldVnd));
  expect(assets).toBe(debts);
  const places = [
    ...Object.values(money),
    ...sellers.flatMap((one) => Object.values(one)),
    ...bought.flatMap((one) => [one.refundVnd, one.heldVnd, one.capturedVnd]),
  ];
  expect(Math.min(0, ...places)).toBe(0);
  for (const { onHand, held } of stock) {
    expect(held).toBeGreaterThanOrEqual(0);
    expect(held).toBeLessThanOrEqual(onHand);
    expect(onHand).toBeLessThanOrEqual(STOCK);
  }
}
