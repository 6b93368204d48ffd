import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { confirmTerms } from "~/domain/contracts/confirm-terms.server";
import { loadContract, loadOffer } from "~/domain/contracts/queries-records.server";
import { transitionContract } from "~/domain/contracts/transition-contract.server";
import { householdIdsOf } from "~/domain/households/queries-membership.server";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { requireSold, type RequireSoldCode } from "./require-sold";

export type ContractAcceptance = {
  code: string;
  /** Of the text that was on the screen. */
  textHash: string;
  signerName: string;
};
export type AcceptContractCode =
  | "contract_not_found"
  | "move_not_allowed"
  | "contract_changed"
  | "offer_lapsed"
  | RequireSoldCode
  | "own_product";

/**
 * The buyer says yes to the text it was shown, and the contract binds; the door has checked the key of the address.
 * Refused when the household has offered other terms meanwhile (`contract_changed`), or may not sell what it offered any
 * more. Sent twice it says yes once.
 */
export async function acceptContract(
  actor: Actor,
  { code, textHash, signerName }: ContractAcceptance,
): Promise<Result<null, AcceptContractCode>> {
  return inTransaction(async (tx) => {
    const contract = await loadContract(tx, code);
    const offer = contract && (await loadOffer(tx, contract.id));
    if (!contract || !offer) return fail("contract_not_found");
    if (offer.textHash !== textHash) return fail("contract_changed");
    if (contract.status === "concluded") return succeed(null);
    // The timer may be late.
    if (contract.clockAt !== null && contract.clockAt <= now()) return fail("offer_lapsed");
    const sold = await loadOffers(
      tx,
      offer.lines.map((line) => line.productId),
    );
    for (const { productId } of offer.lines) {
      const isSold = requireSold(sold.get(productId));
      if (!isSold.ok) return isSold;
    }
    const actorId = actorIdOf(actor);
    const isSeller =
      actorId !== null && (await householdIdsOf(tx, actorId)).includes(contract.householdId);
    if (isSeller) return fail("own_product");
    const move = { to: "concluded", by: "buyer", note: "", actorId, terms: offer } as const;
    const moved = await transitionContract(tx, { contractId: contract.id, ...move });
    if (!moved.ok) return moved;
    await confirmTerms(tx, {
      versionId: offer.id,
      party: "buyer",
      signerName,
      textHash,
      // Somebody else's sign-in proves nothing of this buyer.
      channel: actorId !== null && actorId === contract.buyerId ? "signed_in" : "secret_link",
      actorId,
    });
    await recordAction(tx, {
      actor,
      action: "contract.conclude",
      subject: { kind: "contract", id: contract.id },
      before: { status: contract.status },
      after: { number: offer.number, textHash },
    });
    return succeed(null);
  });
}
