import type { UserActor } from "~/domain/audit/actor";
import type { GiveConsentFailure } from "~/domain/households/give-consent.server";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { tryPhoneCode } from "~/domain/identity/try-phone-code.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { beginHelping } from "./begin-helping.server";

export type TakeConsentFailure = "code_wrong" | "code_gone" | GiveConsentFailure;
type Taken = Result<null, TakeConsentFailure>;

/** The digits that a household has read to its agent. The same digits sent twice answer the same. */
export async function takeConsentCode(
  actor: UserActor,
  typed: { code: string; digits: string },
): Promise<Taken> {
  // A wrong try has to be counted, so what is refused is no failure of the transaction.
  const { taken } = await inTransaction(async (tx) => ({ taken: await take(tx, actor, typed) }));
  return taken;
}

async function take(
  tx: Transaction,
  actor: UserActor,
  { code, digits }: { code: string; digits: string },
): Promise<Taken> {
  const asked = await findDelegation(code, tx);
  if (asked?.agentId !== actor.userId || asked.codeId === null) return fail("consent_gone");
  if (asked.status === "given") return succeed(null);
  if (asked.status !== "asked") return fail("consent_gone");
  const outcome = await tryPhoneCode(tx, {
    codeId: asked.codeId,
    typed: digits,
    purpose: "consent",
  });
  if (outcome.kind === "wrong") return fail("code_wrong", { left: outcome.leftCount });
  if (outcome.kind === "gone" || outcome.phone !== asked.phone) return fail("code_gone");
  return beginHelping(tx, { actor, delegationId: asked.id, checkedById: null });
}
