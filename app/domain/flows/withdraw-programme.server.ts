import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findProgrammeByCode } from "~/domain/vouchers/queries-records.server";
import { withdrawProgramme as withdraw } from "~/domain/vouchers/withdraw-programme.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Any officer takes back a programme that was proposed and that nobody has agreed to; what it was stands in the audit. */
export async function withdrawProgramme(
  actor: UserActor,
  { code }: { code: string },
): Promise<Result<null, "programme_not_found" | "programme_agreed">> {
  return inTransaction(async (tx) => {
    const programme = await findProgrammeByCode(tx, code);
    if (!programme) return fail("programme_not_found");
    const withdrawn = await withdraw(tx, programme.id);
    if (!withdrawn.ok) return withdrawn;
    const { id, name, valueVnd, leastVnd, startsOn, endsOn, usesMax, createdById } = programme;
    await recordAction(tx, {
      actor,
      action: "voucher_programme.withdraw",
      subject: { kind: "voucher_programme", id },
      before: {
        code: programme.code,
        name,
        valueVnd,
        leastVnd,
        startsOn,
        endsOn,
        usesMax,
        createdById,
      },
    });
    return succeed(null);
  });
}
