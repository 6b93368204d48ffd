import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  makeSimulatedNotice,
  type SimulatedLine,
} from "~/domain/payments/make-simulated-notice.server";
import { SIMULATED_NOTICE_KIND } from "~/domain/payments/simulated-notice";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { fail, succeed, type Result } from "~/platform/result";

/** `subject`: the purchase that is paid, or the disbursement that is sent. */
export type SimulatedTransfer = SimulatedLine & {
  subject: { kind: "checkout" | "disbursement"; id: string };
};

/**
 * A transfer in the bank simulator: the bank's notice is sent after the commit, by the same door and signature
 * as a real one. Answers the notice's id; `simulator_off` in production.
 */
export async function simulateTransfer(
  actor: Actor,
  { subject, ...line }: SimulatedTransfer,
): Promise<Result<number, "simulator_off">> {
  if (settings().APP_MODE !== "demo") return fail("simulator_off");
  const notice = makeSimulatedNotice(line);
  return inTransaction(async (tx) => {
    await enqueueOutbox(tx, {
      kind: SIMULATED_NOTICE_KIND,
      key: `${SIMULATED_NOTICE_KIND}:${notice.id}`,
      payload: notice,
    });
    await recordAction(tx, {
      actor,
      action: "bank_transfer.simulate",
      subject,
      after: { noticeId: notice.id, amountVnd: line.amountVnd, direction: line.direction },
    });
    return succeed(notice.id);
  });
}
