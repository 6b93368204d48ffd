import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { readingKey } from "~/domain/identity/link-key.server";
import { isSamePhone } from "~/domain/identity/phone";
import { reader } from "~/platform/db.server";
import { buyerStageOf } from "./buyer-stage";
import { findReferences } from "./find-references";
import type { BoughtPage } from "./types-buyer";

const PAGE_SIZE = 20;

/**
 * The order that a buyer looks for by its code and the phone that it was placed with, however both are written; null when
 * they do not belong together, whatever is wrong. The key only shows: the seller knows both too. Asking is for the caller to limit.
 */
export async function findOrderByPhone(
  typedCode: string,
  phone: string,
): Promise<{ code: string; key: string } | null> {
  const [code, second] = findReferences(typedCode);
  if (code === undefined || second !== undefined) return null;
  const [checkout] = await reader()
    .select({ buyerPhone: checkouts.buyerPhone })
    .from(checkouts)
    .where(eq(checkouts.code, code))
    .limit(1);
  if (!checkout || !isSamePhone(checkout.buyerPhone, phone)) return null;
  return { code, key: readingKey("order", code) };
}

/** What a person bought while signed in, newest first, 20 a page. */
export async function listBought(userId: string, asked: number): Promise<BoughtPage> {
  const isTheirs = eq(checkouts.buyerId, userId);
  const pageCount = Math.max(
    1,
    Math.ceil((await reader().$count(checkouts, isTheirs)) / PAGE_SIZE),
  );
  const page = Math.min(Math.max(1, asked), pageCount);
  const rows = await reader()
    .select({
      id: checkouts.id,
      code: checkouts.code,
      placedAt: checkouts.placedAt,
      dueVnd: sql<number>`${checkouts.totalVnd} - ${checkouts.voucherVnd}`,
      status: checkouts.status,
      paymentStatus: payments.status,
    })
    .from(checkouts)
    .innerJoin(payments, eq(payments.checkoutId, checkouts.id))
    .where(isTheirs)
    .orderBy(desc(checkouts.placedAt), desc(checkouts.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const lines = await linesOf(rows.map((row) => row.id));
  return {
    bought: rows.map(({ id, status, paymentStatus, ...row }) => {
      const own = lines.filter((line) => line.checkoutId === id);
      return {
        ...row,
        key: checkoutKey(row.code),
        stage: buyerStageOf({ status, orders: own }, { status: paymentStatus }),
        productName: own[0]?.productName ?? "",
        productNameEn: own[0]?.productNameEn ?? null,
        lineCount: own.length,
      };
    }),
    page,
    pageCount,
  };
}

async function linesOf(checkoutIds: string[]) {
  return reader()
    .select({
      checkoutId: orders.checkoutId,
      status: orders.status,
      productName: lineItems.productName,
      productNameEn: lineItems.productNameEn,
    })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .where(inArray(orders.checkoutId, checkoutIds))
    .orderBy(asc(lineItems.id));
}
