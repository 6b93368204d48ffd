import { and, count, eq, inArray, sum } from "drizzle-orm";
import { contractCheckouts } from "~db/schema/contracts";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { statementRows } from "~db/schema/statements";
import { voucherUses } from "~db/schema/vouchers";
import { findReferences } from "~/domain/payments/find-references";
import { letOthersWork, reader, type ReadDatabase } from "~/platform/db.server";

const REFERENCES_AT_ONCE = 50;

/**
 * Of the orders that these memos name, those whose time has passed, with what else only one of them can have: the use of
 * a voucher by its phone, the deliveries of its contract. Stock and uses are counted instead (`sumTakenByLate`), because
 * half a market may want them.
 */
export async function listLateNames(memos: readonly string[]): Promise<Map<string, string[]>> {
  const references = [...new Set(memos.flatMap((memo) => findReferences(memo)))];
  const late = new Map<string, string[]>();
  for (let start = 0; start < references.length; start += REFERENCES_AT_ONCE) {
    const some = references.slice(start, start + REFERENCES_AT_ONCE);
    const rows = await reader()
      .select({
        reference: payments.reference,
        programmeId: voucherUses.programmeId,
        buyerPhone: checkouts.buyerPhone,
        contractId: contractCheckouts.contractId,
      })
      .from(payments)
      .innerJoin(checkouts, eq(checkouts.id, payments.checkoutId))
      .leftJoin(voucherUses, eq(voucherUses.checkoutId, payments.checkoutId))
      .leftJoin(contractCheckouts, eq(contractCheckouts.checkoutId, payments.checkoutId))
      .where(isLate(some))
      .limit(REFERENCES_AT_ONCE);
    for (const { reference, programmeId, buyerPhone, contractId } of rows) {
      const use = programmeId === null ? [] : [`${programmeId} ${buyerPhone}`];
      late.set(reference, contractId === null ? use : [...use, contractId]);
    }
    await letOthersWork();
  }
  return late;
}

export type TakenByLate = {
  products: { productId: string; quantity: number }[];
  programmes: { programmeId: string; useCount: number }[];
};

/**
 * What the late orders of a file that were tried out before would have taken again, of what these memos' late orders want.
 */
export async function sumTakenByLate(
  db: ReadDatabase,
  { importId, memos }: { importId: string; memos: readonly string[] },
): Promise<TakenByLate> {
  const references = memos.flatMap((memo) => findReferences(memo));
  const wanting = await db
    .select({ checkoutId: payments.checkoutId })
    .from(payments)
    .where(isLate(references))
    .limit(Math.max(references.length, 1));
  if (wanting.length === 0) return { products: [], programmes: [] };
  const checkoutIds = wanting.map(({ checkoutId }) => checkoutId);
  const taken = db
    .select({ checkoutId: payments.checkoutId })
    .from(statementRows)
    .innerJoin(payments, eq(payments.reference, statementRows.expectedCode))
    .where(and(eq(statementRows.importId, importId), eq(statementRows.expected, "late_accepted")));
  const wantedProducts = db
    .select({ productId: lineItems.productId })
    .from(orders)
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .where(inArray(orders.checkoutId, checkoutIds));
  const wantedProgrammes = db
    .select({ programmeId: voucherUses.programmeId })
    .from(voucherUses)
    .where(inArray(voucherUses.checkoutId, checkoutIds));
  return {
    products: await db
      .select({
        productId: lineItems.productId,
        quantity: sum(lineItems.quantity).mapWith(Number),
      })
      .from(orders)
      .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
      .where(and(inArray(orders.checkoutId, taken), inArray(lineItems.productId, wantedProducts)))
      .groupBy(lineItems.productId),
    programmes: await db
      .select({ programmeId: voucherUses.programmeId, useCount: count() })
      .from(voucherUses)
      .where(
        and(
          inArray(voucherUses.checkoutId, taken),
          inArray(voucherUses.programmeId, wantedProgrammes),
        ),
      )
      .groupBy(voucherUses.programmeId),
  };
}

function isLate(references: readonly string[]) {
  return and(inArray(payments.reference, [...references]), eq(payments.status, "expired"));
}
