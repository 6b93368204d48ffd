import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { confirmTerms } from "~/domain/contracts/confirm-terms.server";
import { offerTerms } from "~/domain/contracts/offer-terms.server";
import { findVersionOwner, loadContract } from "~/domain/contracts/queries-records.server";
import { transitionContract } from "~/domain/contracts/transition-contract.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { hasAcceptedTerms } from "~/domain/joining/queries-terms.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { draftContract, type DraftContractCode, type DraftedTerms } from "./draft-contract.server";

export type ContractOffer = DraftedTerms & {
  /** Made with the form: the same form sent twice offers once. */
  versionId: string;
  /** Of the text that the household has read. */
  textHash: string;
  /** Who says yes for the household. */
  signerName: string;
};
export type OfferContractCode = DraftContractCode | "contract_changed" | "terms_not_accepted";

/**
 * A household offers its terms and confirms their text; what it offered before binds nobody any more.
 * `contract_changed`: the terms make another text than the one that was read.
 */
export async function offerContract(
  actor: Actor,
  scope: Scope,
  { versionId, textHash, signerName, ...typed }: ContractOffer,
): Promise<Result<null, OfferContractCode>> {
  return inTransaction(async (tx) => {
    const owner = await findVersionOwner(tx, versionId);
    if (owner !== null) {
      const known = await loadContract(tx, typed.code);
      const isSame = known?.id === owner && isInScope(scope, known.householdId);
      return isSame ? succeed(null) : fail("contract_not_found");
    }
    const drafted = await draftContract(tx, scope, typed);
    if (!drafted.ok) return drafted;
    const { contract, terms, composed } = drafted.value;
    if (composed.textHash !== textHash) return fail("contract_changed");
    if (!(await hasAcceptedTerms(tx, contract.householdId))) return fail("terms_not_accepted");
    await offerTerms(tx, { versionId, contractId: contract.id, terms, composed });
    const actorId = actorIdOf(actor);
    const yes = { versionId, party: "household", signerName, textHash, actorId } as const;
    await confirmTerms(tx, { ...yes, channel: "signed_in" });
    const move = { to: "offered", by: "household", note: "", actorId, terms } as const;
    const moved = await transitionContract(tx, { contractId: contract.id, ...move });
    if (!moved.ok) return moved;
    await recordAction(tx, {
      actor,
      action: "contract.offer",
      subject: { kind: "contract", id: contract.id },
      before: { status: contract.status },
      after: { number: composed.number, textHash },
    });
    return succeed(null);
  });
}
