import { disbursementEvents, disbursements } from "~db/schema/settlement";
import { generateDisbursementCode } from "~/domain/payments/disbursement-code";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { balanceOf } from "./queries.server";
import { findPrepared, loadPayee } from "./queries-disbursements-records.server";
import type { NewDisbursement } from "./types-disbursements";

export type PrepareDisbursementCode = "payee_missing" | "amount_over_owed" | "disbursement_waiting";

/**
 * Notes what is to be sent to whom, for a second person to approve; nothing moves yet. There is one at a time for an
 * owner: the same amount again is the same, another is refused until the first is approved or withdrawn.
 */
export async function prepareDisbursement(
  tx: Transaction,
  input: NewDisbursement,
): Promise<Result<{ id: string; code: string; isNew: boolean }, PrepareDisbursementCode>> {
  const { ownerId, amountVnd } = input;
  const waiting = await findPrepared(tx, ownerId);
  const known = await loadPayee(tx, ownerId);
  if (waiting) {
    const isSame =
      waiting.amountVnd === amountVnd && waiting.sealedAccount === known?.sealedAccount;
    if (!isSame) return fail("disbursement_waiting");
    return succeed({ id: waiting.id, code: waiting.code, isNew: false });
  }
  const owedVnd = await balanceOf({ kind: "refund_due", ownerId }, tx);
  if (amountVnd > owedVnd) return fail("amount_over_owed", { owedVnd });
  if (!known) return fail("payee_missing");
  const { bankBin, sealedAccount, accountEnding } = known;
  const payee = { bankBin, sealedAccount, accountEnding };
  const id = newId("dsb");
  const code = generateDisbursementCode(randomBytes);
  const preparedAt = now();
  const kind = "refund" as const;
  const status = "prepared" as const;
  await tx.insert(disbursements).values({ ...input, ...payee, id, code, kind, status, preparedAt });
  await tx.insert(disbursementEvents).values({
    id: newId("dse"),
    disbursementId: id,
    fromStatus: null,
    toStatus: status,
    actorId: input.preparedById,
    note: null,
    occurredAt: preparedAt,
  });
  return succeed({ id, code, isNew: true });
}
