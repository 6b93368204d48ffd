import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  agreeToProgramme as agree,
  type AgreeToProgrammeCode,
} from "~/domain/vouchers/agree-to-programme.server";
import { findProgrammeByCode } from "~/domain/vouchers/queries-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * A second officer agrees to a programme, whose code is good from now on. `programmeId` is of what they were shown: under
 * the same code another may have been proposed since, which is `form_outdated`.
 */
export async function agreeToProgramme(
  actor: UserActor,
  { code, programmeId }: { code: string; programmeId: string },
): Promise<Result<null, AgreeToProgrammeCode | "programme_not_found" | "form_outdated">> {
  return inTransaction(async (tx) => {
    const programme = await findProgrammeByCode(tx, code);
    if (!programme) return fail("programme_not_found");
    if (programme.id !== programmeId) return fail("form_outdated");
    const agreed = await agree(tx, programme, { agreedById: actor.userId });
    if (!agreed.ok) return agreed;
    if (agreed.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "voucher_programme.agree",
        subject: { kind: "voucher_programme", id: programme.id },
        after: { code: programme.code, budgetVnd: programme.valueVnd * programme.usesMax },
      });
    }
    return succeed(null);
  });
}
