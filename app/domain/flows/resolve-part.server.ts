import { normaliseOrderReference } from "~/domain/payments/order-reference";
import { findPaymentsByReference } from "~/domain/payments/queries-records.server";
import type { BankTransactionRecord } from "~/domain/payments/types";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import type { AllocationPurpose } from "~/domain/settlement/allocation-purposes";
import type { AllocationPart } from "~/domain/settlement/types-allocations";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

export type LineAnswerPart = {
  purpose: AllocationPurpose;
  /** Of the order or the disbursement, as typed; of no use for other purposes. */
  code: string;
  amountVnd: Vnd;
};
export type ResolvePartCode =
  | "part_order_unknown"
  | "part_disbursement_unknown"
  | "part_disbursement_not_awaited"
  | "part_repeated";

/** Which order or disbursement a part names; refused when it cannot take this money. */
export async function resolvePart(
  tx: Transaction,
  given: {
    line: BankTransactionRecord;
    part: LineAnswerPart;
    earlier: readonly AllocationPart[];
  },
): Promise<Result<AllocationPart, ResolvePartCode>> {
  const { line, part, earlier } = given;
  const { purpose, amountVnd } = part;
  const subject = await subjectOf(tx, line, part);
  if (!subject.ok) return subject;
  const subjectId = subject.value;
  if (earlier.some((one) => one.purpose === purpose && one.subjectId === subjectId)) {
    return fail("part_repeated");
  }
  return succeed({ purpose, subjectId, amountVnd });
}

async function subjectOf(
  tx: Transaction,
  line: BankTransactionRecord,
  { purpose, code, amountVnd }: LineAnswerPart,
): Promise<Result<string | null, ResolvePartCode>> {
  if (purpose === "order") {
    const reference = normaliseOrderReference(code);
    const [payment] = reference === null ? [] : await findPaymentsByReference(tx, [reference]);
    return payment ? succeed(payment.checkoutId) : fail("part_order_unknown", { code });
  }
  if (purpose !== "disbursement") return succeed(null);
  const typed = code.replaceAll(/\s/g, "").toUpperCase();
  const [disbursement] = await findDisbursementsByCode(tx, [typed]);
  if (!disbursement) return fail("part_disbursement_unknown", { code });
  // It went: an approved one of this amount. It came back: one that had gone, whole.
  const isAwaited =
    disbursement.status === (line.direction === "out" ? "approved" : "paid") &&
    disbursement.amountVnd === amountVnd;
  return isAwaited
    ? succeed(disbursement.id)
    : fail("part_disbursement_not_awaited", { code, amountVnd: disbursement.amountVnd });
}
