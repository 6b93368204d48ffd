import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findBank } from "~/domain/payments/banks";
import { SIMULATED_NOTICE_KIND, type SimulatedNotice } from "~/domain/payments/simulated-notice";
import { now, toDate } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { randomBytes } from "~/platform/ids";
import { enqueueOutbox } from "~/platform/outbox.server";
import { VIETNAM_OFFSET_MS } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type SimulatedTransfer = {
  checkoutId: string;
  bankBin: string;
  accountNumber: string;
  amountVnd: number;
  memo: string;
};

/**
 * A transfer in the bank simulator: the bank's notice is sent after the commit, by the same door and signature
 * as a real one. Answers the notice's id; `simulator_off` in production.
 */
export async function simulateTransfer(
  actor: Actor,
  transfer: SimulatedTransfer,
): Promise<Result<number, "simulator_off">> {
  if (settings().APP_MODE !== "demo") return fail("simulator_off");
  const notice = noticeOf(transfer);
  return inTransaction(async (tx) => {
    await enqueueOutbox(tx, {
      kind: SIMULATED_NOTICE_KIND,
      key: `${SIMULATED_NOTICE_KIND}:${notice.id}`,
      payload: notice,
    });
    await recordAction(tx, {
      actor,
      action: "bank_transfer.simulate",
      subject: { kind: "checkout", id: transfer.checkoutId },
      after: { noticeId: notice.id, amountVnd: transfer.amountVnd },
    });
    return succeed(notice.id);
  });
}

function noticeOf(transfer: SimulatedTransfer): SimulatedNotice {
  const id = randomWholeNumber();
  return {
    id,
    gateway: findBank(transfer.bankBin)?.shortName ?? transfer.bankBin,
    transactionDate: bankLocalTime(now()),
    accountNumber: transfer.accountNumber,
    code: null,
    // Banks put their own text around what the payer wrote.
    content: `MBVCB.${id}.${transfer.memo}.CT tu 0000000000 NGUOI MUA MAU`,
    transferType: "in",
    transferAmount: transfer.amountVnd,
    accumulated: 0,
    subAccount: null,
    referenceCode: `MAU${id}`,
    description: "",
  };
}

/** 1 to 2^48. */
function randomWholeNumber(): number {
  return randomBytes(6).reduce((number, byte) => number * 256 + byte, 0) + 1;
}

/** `YYYY-MM-DD HH:mm:ss` in Vietnam, without saying so, as banks write it. */
function bankLocalTime(instant: number): string {
  return toDate(instant + VIETNAM_OFFSET_MS)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ");
}
