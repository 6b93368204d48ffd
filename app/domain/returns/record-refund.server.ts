import { and, eq } from "drizzle-orm";
import { returnLines, returnRequests } from "~db/schema/returns";
import type { Transaction } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";

export type RecordedRefund = {
  returnRequestId: string;
  refundedOn: LocalDate;
  refundVnd: number;
  shippingVnd: number;
  voucherVnd: number;
  commissionVnd: number;
  vatVnd: number;
  pitVnd: number;
  isRestocked: boolean;
  lines: readonly {
    lineItemId: string;
    refundedCount: number;
    refundVnd: number;
    commissionVnd: number;
    vatVnd: number;
    pitVnd: number;
  }[];
};

/** Writes down what a request gave back, once; the ledger is the caller's, in the same transaction. */
export async function recordRefund(
  tx: Transaction,
  { returnRequestId, lines, ...refund }: RecordedRefund,
): Promise<void> {
  for (const { lineItemId, ...given } of lines) {
    await tx
      .update(returnLines)
      .set(given)
      .where(
        and(
          eq(returnLines.returnRequestId, returnRequestId),
          eq(returnLines.lineItemId, lineItemId),
        ),
      );
  }
  await tx.update(returnRequests).set(refund).where(eq(returnRequests.id, returnRequestId));
}
