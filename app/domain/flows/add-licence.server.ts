import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addLicence as stateLicence } from "~/domain/catalog/add-licence.server";
import type { LicenceForm } from "~/domain/catalog/forms-document";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household states its licence to sell alcohol; it counts once the department has checked it. */
export async function addLicence(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; licence: LicenceForm },
): Promise<Result<null, "household_not_found">> {
  return inTransaction(async (tx) => {
    const added = await stateLicence(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!added.ok) return added;
    if (added.value.isNew) {
      const { documentId, ...facts } = input.licence;
      await recordAction(tx, {
        actor,
        action: "document.add",
        subject: { kind: "document", id: documentId },
        after: { householdId: input.householdId, ...facts },
      });
    }
    return succeed(null);
  });
}
