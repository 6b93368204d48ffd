import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { confirmTerms } from "~/domain/contracts/confirm-terms.server";
import {
  contractItemsVnd,
  TOTAL_MAX_VND,
  type ContractLine,
  type ContractTerms,
} from "~/domain/contracts/contract-terms";
import type { ContractParties } from "~/domain/contracts/contract-text";
import { offerTerms } from "~/domain/contracts/offer-terms.server";
import { hasVersion, listAsked, loadContract } from "~/domain/contracts/queries-records.server";
import { transitionContract } from "~/domain/contracts/transition-contract.server";
import type { ContractRecord } from "~/domain/contracts/types";
import { loadSellingParty } from "~/domain/households/queries-party.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { isCashless } from "~/domain/orders/payment-methods";
import { findPlaceLine } from "~/domain/places/queries-address.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";

export type ContractOffer = Omit<ContractTerms, "lines"> & {
  code: string;
  /** Made with the form: the same form sent twice offers once. */
  versionId: string;
  /** Of products that were asked for, one row each. */
  lines: readonly Pick<ContractLine, "productId" | "quantity" | "unitPriceVnd">[];
  /** Who says yes for the household. */
  signerName: string;
};
export type OfferContractCode =
  | "contract_not_found"
  | "move_not_allowed"
  | "contract_empty"
  | "contract_too_large"
  | "product_unavailable"
  | "alcohol_needs_cashless";

/** A household offers its terms and confirms their text; what it offered before binds nobody any more. */
export async function offerContract(
  actor: Actor,
  scope: Scope,
  offer: ContractOffer,
): Promise<Result<null, OfferContractCode>> {
  return inTransaction(async (tx) => {
    const contract = await loadContract(tx, offer.code);
    if (!contract || !isInScope(scope, contract.householdId)) return fail("contract_not_found");
    if (await hasVersion(tx, offer.versionId)) return succeed(null);
    const lines = await readLines(tx, contract, offer);
    if (!lines.ok) return lines;
    const { code: _code, versionId, signerName, ...rest } = offer;
    const terms = { ...rest, lines: lines.value };
    const parties = await partiesOf(tx, contract);
    const { number, textHash } = await offerTerms(tx, { versionId, contract, parties, terms });
    const actorId = actorIdOf(actor);
    const yes = { versionId, party: "household", signerName, textHash, actorId } as const;
    await confirmTerms(tx, { ...yes, channel: "signed_in" });
    const { validUntil } = terms;
    const move = { to: "offered", by: "household", note: "", actorId, validUntil } as const;
    const moved = await transitionContract(tx, { contractId: contract.id, ...move });
    if (!moved.ok) return moved;
    await recordAction(tx, {
      actor,
      action: "contract.offer",
      subject: { kind: "contract", id: contract.id },
      before: { status: contract.status },
      after: { number, textHash },
    });
    return succeed(null);
  });
}

async function readLines(
  tx: Transaction,
  contract: ContractRecord,
  { lines, method }: ContractOffer,
): Promise<Result<ContractLine[], OfferContractCode>> {
  if (lines.length === 0) return fail("contract_empty");
  const asked = await listAsked(tx, contract.id);
  const offers = await loadOffers(tx, asked);
  const read: ContractLine[] = [];
  for (const line of lines) {
    const sold = asked.includes(line.productId) ? offers.get(line.productId) : undefined;
    if (!sold?.isOnSale) return fail("product_unavailable");
    if (isAlcohol(sold.ocopSet) && !isCashless(method)) return fail("alcohol_needs_cashless");
    const { name: productName, packLabel, ocopSet } = sold;
    read.push({ ...line, productName, packLabel, ocopSet });
  }
  return contractItemsVnd(read) > TOTAL_MAX_VND ? fail("contract_too_large") : succeed(read);
}

async function partiesOf(tx: Transaction, contract: ContractRecord): Promise<ContractParties> {
  const place = present(await findPlaceLine(tx, contract.communeCode), "a contract's commune");
  return {
    seller: await loadSellingParty(tx, contract.householdId),
    buyer: {
      name: contract.buyerName,
      taxCode: contract.buyerTaxCode,
      representative: contract.representative,
      title: contract.representativeTitle,
      phone: contract.buyerPhone,
      address: `${contract.addressLine}, ${place}`,
    },
  };
}
