import { eq } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import { reader } from "~/platform/db.server";
import { encodeVietQr } from "./vietqr-encode";

/**
 * What a household shows a buyer at the door who pays by QR: what is still to be taken for this one order. Null outside
 * the scope, and when nothing is to be taken any more.
 */
export async function findDoorQr(
  scope: Scope,
  orderCode: string,
): Promise<{ payload: string; amountVnd: number; memo: string } | null> {
  const [row] = await reader()
    .select({
      householdId: orders.householdId,
      status: orders.status,
      amountVnd: orders.cashVnd,
      bankBin: payments.bankBin,
      accountNumber: payments.accountNumber,
      memo: payments.reference,
    })
    .from(orders)
    .innerJoin(payments, eq(payments.checkoutId, orders.checkoutId))
    .where(eq(orders.code, orderCode))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return null;
  if (!OPEN_ORDER_STATUSES.some((open) => open === row.status) || row.amountVnd === 0) return null;
  const { amountVnd, memo } = row;
  const encoded = encodeVietQr(row);
  return encoded.ok ? { payload: encoded.value, amountVnd, memo } : null;
}
