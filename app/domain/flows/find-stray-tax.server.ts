import type { BankTransactionRecord } from "~/domain/payments/types";
import { mostPayableTax, sumPaidTax } from "~/domain/settlement/queries-tax-payable.server";
import type { Transaction } from "~/platform/db.server";
import { fail, type Failure } from "~/platform/result";

export type StrayTaxCode = "part_tax_over_held" | "part_tax_over_paid";

/** Why a line cannot hold so much tax: more went than any month's list says, or more came back than was paid. */
export async function findStrayTax(
  tx: Transaction,
  { line, amountVnd }: { line: BankTransactionRecord; amountVnd: number },
): Promise<Failure<StrayTaxCode> | null> {
  if (line.direction === "in") {
    const paidVnd = await sumPaidTax(tx);
    return amountVnd <= paidVnd ? null : fail("part_tax_over_paid", { amountVnd: paidVnd });
  }
  const mostVnd = await mostPayableTax(tx, line.occurredAt);
  return amountVnd <= mostVnd ? null : fail("part_tax_over_held", { amountVnd: mostVnd });
}
