import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { openPayee } from "~/domain/settlement/open-payee.server";
import type { PayoutFileRow } from "~/domain/settlement/payout-csv.server";
import {
  findBatch,
  findPayoutStop,
  listToSend,
} from "~/domain/settlement/queries-payout-records.server";
import { payeePlaceName } from "~/domain/settlement/wallets";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type ExportPayoutsCode =
  "batch_not_found" | "batch_nothing_to_send" | "payee_key_missing" | "payout_stopped";

/**
 * What of a batch is approved and has not left, with whole account numbers, for the file that a bank takes. Who took it is
 * noted. What goes to Mobile Money is none of it. `batch_nothing_to_send`: not approved yet, or all of it has left.
 * `payout_stopped`: something has changed since it was approved, a complaint or another account, and that payout has to be
 * withdrawn first.
 */
export async function exportPayouts(
  actor: Actor,
  input: { code: string },
): Promise<Result<PayoutFileRow[], ExportPayoutsCode>> {
  return inTransaction(async (tx) => {
    const batch = await findBatch(tx, input);
    if (!batch) return fail("batch_not_found");
    const rows: PayoutFileRow[] = [];
    for (const payout of await listToSend(tx, batch.id)) {
      if ((await findPayoutStop(tx, payout)) !== null) return fail("payout_stopped");
      const account = openPayee(payout.ownerId, payout);
      if (!account) return fail("payee_key_missing");
      const bankName = payeePlaceName(payout.bankBin);
      rows.push({ ...account, bankName, amountVnd: payout.amountVnd, code: payout.code });
    }
    if (rows.length === 0) return fail("batch_nothing_to_send");
    await recordAction(tx, {
      actor,
      action: "payout_batch.export",
      subject: { kind: "payout_batch", id: batch.id },
      after: { codes: rows.map(({ code }) => code) },
    });
    return succeed(rows);
  });
}
