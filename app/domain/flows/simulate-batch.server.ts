import type { Actor } from "~/domain/audit/actor";
import { findBatch, listToSend } from "~/domain/settlement/queries-payout-records.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";
import { simulateTransfer } from "./simulate-transfer.server";

/** The demo's bank takes a batch's file: one outgoing line for each payout that is approved. */
export async function simulateBatch(
  actor: Actor,
  input: { code: string },
): Promise<Result<null, "batch_not_found" | "simulator_off">> {
  const batch = await findBatch(reader(), input);
  if (!batch) return fail("batch_not_found");
  for (const { id, code, amountVnd } of await listToSend(reader(), batch.id)) {
    const sent = await simulateTransfer(actor, {
      subject: { kind: "disbursement", id },
      direction: "out",
      bankBin: settings().BANK_BIN,
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      amountVnd,
      memo: code,
    });
    if (!sent.ok) return sent;
  }
  return succeed(null);
}
