import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { acceptTerms } from "~/domain/joining/accept-terms.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

type Yes = { householdId: string; number: number };

/** A household itself agrees to a version of the seller's terms; nobody agrees for it. */
export async function acceptSellerTerms(
  actor: UserActor,
  scope: Scope,
  yes: Yes,
): Promise<Result<null, "household_not_found" | "terms_not_asked">> {
  if (!isInScope(scope, yes.householdId) || actor.role !== "household_member") {
    return fail("household_not_found");
  }
  return inTransaction(async (tx) => acceptTermsIn(tx, actor, yes));
}

/** The same within a transaction of the caller's. */
export async function acceptTermsIn(
  tx: Transaction,
  actor: UserActor,
  { householdId, number }: Yes,
): Promise<Result<null, "terms_not_asked">> {
  const accepted = await acceptTerms(tx, { householdId, number, userId: actor.userId });
  if (!accepted.ok) return accepted;
  if (accepted.value.isNew) {
    await recordAction(tx, {
      actor,
      action: "seller_terms.accept",
      subject: { kind: "household", id: householdId },
      after: { number },
    });
  }
  return succeed(null);
}
