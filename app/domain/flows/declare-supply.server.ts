import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import {
  declareSupply as declare,
  type DeclarationFailure,
} from "~/domain/supply/declare-supply.server";
import type { DeclarationForm } from "~/domain/supply/forms";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household, or who helps it, tells the province what it will harvest. */
export async function declareSupply(
  actor: UserActor,
  scope: Scope,
  input: { householdId: string; declaration: DeclarationForm },
): Promise<Result<null, DeclarationFailure>> {
  return inTransaction(async (tx) => {
    const declared = await declare(tx, scope, { ...input, declaredById: actor.userId });
    if (!declared.ok) return declared;
    const { declarationId, confirmedKg: _, ...facts } = input.declaration;
    if (declared.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "supply.declare",
        subject: { kind: "supply_declaration", id: declarationId },
        after: { householdId: input.householdId, ...facts },
      });
    }
    return succeed(null);
  });
}
