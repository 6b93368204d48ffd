import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isBuyerGone } from "~/domain/identity/queries-gone.server";
import type { ContractParty } from "~/domain/contracts/contract-parties";
import { keepSignature } from "~/domain/contracts/keep-signature.server";
import { loadContract, loadOffer } from "~/domain/contracts/queries-records.server";
import { isCmsSignature } from "~/domain/contracts/signature";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type AddSignatureCode =
  | "contract_not_found"
  | "signature_invalid"
  | "signature_exists"
  | "contract_not_concluded"
  | "buyer_gone";

/**
 * A party puts its digital signature (detached CMS, `.p7s`) beside the text of a concluded contract. The confirmation binds
 * without it; who wants more has a place for it. The buyer's door has checked the key of its address.
 */
export async function addSignature(
  actor: Actor,
  signer: { party: ContractParty; scope: Scope },
  { code, bytes }: { code: string; bytes: Uint8Array },
): Promise<Result<null, AddSignatureCode>> {
  if (!isCmsSignature(bytes)) return fail("signature_invalid");
  return inTransaction(async (tx) => {
    const contract = await loadContract(tx, code);
    const offer = contract && (await loadOffer(tx, contract.id));
    if (!contract || !offer || !isInScope(signer.scope, contract.householdId)) {
      return fail("contract_not_found");
    }
    const isBinding = ["concluded", "fulfilled", "ended"].includes(contract.status);
    if (!isBinding) return fail("contract_not_concluded");
    const { party } = signer;
    const isGone = party === "buyer" && (await isBuyerGone(tx, { thing: "contract", code }));
    if (isGone) return fail("buyer_gone");
    const cms = Buffer.from(bytes).toString("base64");
    const kept = await keepSignature(tx, {
      versionId: offer.id,
      party,
      cms,
      actorId: actorIdOf(actor),
    });
    if (!kept.ok) return kept;
    await recordAction(tx, {
      actor,
      action: "contract.sign",
      subject: { kind: "contract", id: contract.id },
      after: { party, textHash: offer.textHash },
    });
    return succeed(null);
  });
}
