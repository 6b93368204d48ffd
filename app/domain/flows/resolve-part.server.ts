import { normaliseOrderReference } from "~/domain/payments/order-reference";
import { findPaymentsByReference } from "~/domain/payments/queries-records.server";
import type { BankTransactionRecord } from "~/domain/payments/types";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { findBatch, listToSend } from "~/domain/settlement/queries-payout-records.server";
import { walletOf } from "~/domain/settlement/wallets";
import { findProgrammeByCode } from "~/domain/vouchers/queries-records.server";
import { sumVnd } from "~/platform/money";
import { programmeLimit } from "./programme-limit.server";
import { findStrayTax, type StrayTaxCode } from "./find-stray-tax.server";
import { awaitsLine } from "./awaits-line.server";
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
  | "part_courier_differs"
  | StrayTaxCode
  | "part_batch_unknown"
  | "part_batch_differs"
  | "part_programme_unknown"
  | "part_programme_differs"
  | "part_wallet_unknown"
  | "part_repeated";

/**
 * Which order or disbursement a part names. Refused where there is none, and where the disbursement cannot be this
 * line, carriers have not so much of ours, more would go to the State or come back from it than there was, a programme
 * owes less and has no more budget, or a batch's approved payouts are another sum; an order takes what it can,
 * and the rest is owed back.
 */
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
  const subject = await subjectOf(tx, { line, earlier }, part);
  if (!subject.ok) return subject;
  const subjectId = subject.value;
  if (earlier.some((one) => one.purpose === purpose && one.subjectId === subjectId)) {
    return fail("part_repeated");
  }
  if (await areOneMoney(tx, { purpose, subjectId }, earlier)) return fail("part_repeated");
  return succeed({ purpose, subjectId, amountVnd });
}

type Named = Pick<AllocationPart, "purpose" | "subjectId">;

/** A payout is in its batch: named beside it, it would be counted twice. */
async function areOneMoney(
  tx: Transaction,
  part: Named,
  earlier: readonly Named[],
): Promise<boolean> {
  const all = [...earlier, part];
  const single = all.flatMap(({ purpose, subjectId }) =>
    purpose === "disbursement" && subjectId !== null ? [subjectId] : [],
  );
  if (part.purpose !== "batch" && part.purpose !== "disbursement") return false;
  for (const { purpose, subjectId } of all) {
    if (purpose !== "batch" || subjectId === null) continue;
    const batch = await listToSend(tx, subjectId);
    if (batch.some(({ id }) => single.includes(id))) return true;
  }
  return false;
}

async function subjectOf(
  tx: Transaction,
  { line, earlier }: { line: BankTransactionRecord; earlier: readonly AllocationPart[] },
  { purpose, code, amountVnd }: LineAnswerPart,
): Promise<Result<string | null, ResolvePartCode>> {
  if (purpose === "order") {
    const reference = normaliseOrderReference(code);
    const [payment] = reference === null ? [] : await findPaymentsByReference(tx, [reference]);
    return payment ? succeed(payment.checkoutId) : fail("part_order_unknown", { code });
  }
  if (purpose === "courier") {
    const heldVnd = await balanceOf({ kind: "courier" }, tx);
    return amountVnd <= heldVnd
      ? succeed(null)
      : fail("part_courier_differs", { amountVnd: heldVnd });
  }
  if (purpose === "tax") {
    return (await findStrayTax(tx, { line, amountVnd })) ?? succeed(null);
  }
  if (purpose === "wallet") {
    const wallet = walletOf(code);
    return wallet ? succeed(wallet.id) : fail("part_wallet_unknown", { code });
  }
  if (purpose === "voucher") {
    const programme = await findProgrammeByCode(tx, code);
    if (!programme) return fail("part_programme_unknown", { code });
    const { direction } = line;
    const leftVnd = await programmeLimit(tx, { programmeId: programme.id, direction });
    return amountVnd <= leftVnd
      ? succeed(programme.id)
      : fail("part_programme_differs", { amountVnd: leftVnd });
  }
  const typed = code.replaceAll(/\s/g, "").toUpperCase();
  if (purpose === "batch") {
    const batch = await findBatch(tx, { code: typed });
    if (!batch) return fail("part_batch_unknown", { code });
    const toSendVnd = sumVnd((await listToSend(tx, batch.id)).map((one) => one.amountVnd));
    return toSendVnd === amountVnd
      ? succeed(batch.id)
      : fail("part_batch_differs", { code, amountVnd: toSendVnd });
  }
  if (purpose !== "disbursement") return succeed(null);
  const [disbursement] = await findDisbursementsByCode(tx, [typed]);
  if (!disbursement) return fail("part_disbursement_unknown", { code });
  return (await awaitsLine(tx, { line, disbursement, amountVnd, beside: earlier }))
    ? succeed(disbursement.id)
    : fail("part_disbursement_not_awaited", { code, amountVnd: disbursement.amountVnd });
}
