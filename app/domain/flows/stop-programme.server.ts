import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findProgrammeByCode } from "~/domain/vouchers/queries-records.server";
import { stopProgramme as stop } from "~/domain/vouchers/stop-programme.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Nobody uses the code of a programme any more; what was bought with it stands. For good: a new programme is a new one. */
export async function stopProgramme(
  actor: Actor,
  { code }: { code: string },
): Promise<Result<null, "programme_not_found">> {
  return inTransaction(async (tx) => {
    const programme = await findProgrammeByCode(tx, code);
    if (!programme || programme.agreedAt === null) return fail("programme_not_found");
    if (await stop(tx, programme.id)) {
      await recordAction(tx, {
        actor,
        action: "voucher_programme.stop",
        subject: { kind: "voucher_programme", id: programme.id },
        after: { usedCount: programme.usedCount },
      });
    }
    return succeed(null);
  });
}
