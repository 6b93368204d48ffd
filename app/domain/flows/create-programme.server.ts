import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  createProgramme as create,
  type CreateProgrammeCode,
} from "~/domain/vouchers/create-programme.server";
import type { ProgrammeForm } from "~/domain/vouchers/forms";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer proposes a programme that pays a part of what is bought; the same form sent twice makes one. */
export async function createProgramme(
  actor: UserActor,
  form: ProgrammeForm,
): Promise<Result<{ code: string }, CreateProgrammeCode>> {
  return inTransaction(async (tx) => {
    const created = await create(tx, { ...form, createdById: actor.userId });
    if (!created.ok) return created;
    const { programmeId, ...terms } = form;
    if (created.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "voucher_programme.propose",
        subject: { kind: "voucher_programme", id: programmeId },
        after: terms,
      });
    }
    return succeed({ code: form.code });
  });
}
