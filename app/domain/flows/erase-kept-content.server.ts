import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { eraseKept } from "~/domain/compliance/erase-kept.server";
import { inTransaction } from "~/platform/db.server";

/** Forgets what was taken down long enough ago, a batch a call; that it was forgotten is on record. */
export async function eraseKeptContent(): Promise<{ isMore: boolean }> {
  return inTransaction(async (tx) => {
    const { erased, isMore } = await eraseKept(tx);
    for (const { id: keptId, kind, subjectId } of erased) {
      const subject = { kind, id: subjectId };
      const before = { keptId };
      await recordAction(tx, { actor: SYSTEM, action: "compliance.erase_kept", subject, before });
    }
    return { isMore };
  });
}
