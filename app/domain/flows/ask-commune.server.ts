import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CommuneTargetForm } from "~/domain/households/forms-delegation";
import { setCommuneTarget } from "~/domain/households/set-commune-target.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department asks a commune for so many households that sell. */
export async function askCommune(
  actor: UserActor,
  form: CommuneTargetForm,
): Promise<Result<null, "commune_elsewhere" | "form_outdated">> {
  return inTransaction(async (tx) => {
    const set = await setCommuneTarget(tx, { ...form, setById: actor.userId });
    if (!set.ok) return set;
    if (set.value.isNew) {
      const { communeCode, ...after } = form;
      const subject = { kind: "commune", id: communeCode } as const;
      await recordAction(tx, { actor, action: "commune.set_target", subject, after });
    }
    return succeed(null);
  });
}
