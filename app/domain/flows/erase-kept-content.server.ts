import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { eraseKept } from "~/domain/compliance/erase-kept.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Forgets what was taken down long enough ago; that it was forgotten is on record. */
export async function eraseKeptContent(): Promise<Result<{ erasedCount: number }>> {
  return inTransaction(async (tx) => {
    const erased = await eraseKept(tx);
    for (const { id: keptId, kind, subjectId } of erased) {
      const subject = { kind, id: subjectId };
      const before = { keptId };
      await recordAction(tx, { actor: SYSTEM, action: "compliance.erase_kept", subject, before });
    }
    return succeed({ erasedCount: erased.length });
  });
}
