import { and, eq } from "drizzle-orm";
import { bankTransactions, payments } from "~db/schema/payments";
import { reader } from "~/platform/db.server";
import { findReferences } from "~/domain/payments/find-references";

/** Whether money of this order, or of the checkout that it is part of, came from a file that a person brought in. */
export async function isPaidFromStatement(orderCode: string): Promise<boolean> {
  const [reference] = findReferences(orderCode);
  if (reference === undefined) return false;
  const [line] = await reader()
    .select({ id: bankTransactions.id })
    .from(payments)
    .innerJoin(bankTransactions, eq(bankTransactions.paymentId, payments.id))
    .where(
      and(
        eq(payments.reference, reference),
        eq(bankTransactions.provider, "statement"),
        eq(bankTransactions.status, "matched"),
      ),
    )
    .limit(1);
  return line !== undefined;
}
