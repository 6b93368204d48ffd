import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { composeTerms, type ComposedTerms } from "~/domain/contracts/compose-terms.server";
import {
  contractItemsVnd,
  TOTAL_MAX_VND,
  type ContractLine,
  type ContractTerms,
} from "~/domain/contracts/contract-terms";
import type { ContractParties } from "~/domain/contracts/contract-text";
import { listAsked, loadContract } from "~/domain/contracts/queries-records.server";
import { mayMoveContract } from "~/domain/contracts/contract-status";
import type { ContractRecord } from "~/domain/contracts/types";
import { loadSellingParty } from "~/domain/households/queries-party.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { findPlaceLine } from "~/domain/places/queries-address.server";
import type { ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { requireSold, type RequireSoldCode } from "./require-sold";

export type DraftedTerms = Omit<ContractTerms, "lines"> & {
  code: string;
  /** Of products that were asked for, one row each. */
  lines: readonly Pick<ContractLine, "productId" | "quantity" | "unitPriceVnd">[];
};
export type DraftContractCode =
  | "contract_not_found"
  | "move_not_allowed"
  | "contract_empty"
  | "contract_too_large"
  | RequireSoldCode
  | "alcohol_needs_cashless";
export type DraftedContract = {
  contract: ContractRecord;
  terms: ContractTerms;
  composed: ComposedTerms;
};

/** What a household would offer with these terms, for it to read before it confirms; writes nothing. */
export async function draftContract(
  db: ReadDatabase,
  scope: Scope,
  { code, ...typed }: DraftedTerms,
): Promise<Result<DraftedContract, DraftContractCode>> {
  const contract = await loadContract(db, code);
  if (!contract || !isInScope(scope, contract.householdId)) return fail("contract_not_found");
  if (!mayMoveContract(contract.status, "offered", "household")) return fail("move_not_allowed");
  const lines = await readLines(db, contract, typed);
  if (!lines.ok) return lines;
  const terms = { ...typed, lines: lines.value };
  const parties = await partiesOf(db, contract);
  return succeed({
    contract,
    terms,
    composed: await composeTerms(db, { contract, parties, terms }),
  });
}

async function readLines(
  db: ReadDatabase,
  contract: ContractRecord,
  { lines, method }: Omit<DraftedTerms, "code">,
): Promise<Result<ContractLine[], DraftContractCode>> {
  if (lines.length === 0) return fail("contract_empty");
  const asked = await listAsked(db, contract.id);
  const offers = await loadOffers(db, asked);
  const read: ContractLine[] = [];
  for (const { productId, quantity, unitPriceVnd } of lines) {
    const sold = requireSold(asked.includes(productId) ? offers.get(productId) : undefined);
    if (!sold.ok) return sold;
    if (isAlcohol(sold.value.ocopSet) && isPaidAtDoor(method))
      return fail("alcohol_needs_cashless");
    const { name: productName, packLabel, ocopSet } = sold.value;
    read.push({ productId, productName, packLabel, ocopSet, quantity, unitPriceVnd });
  }
  return contractItemsVnd(read) > TOTAL_MAX_VND ? fail("contract_too_large") : succeed(read);
}

async function partiesOf(db: ReadDatabase, contract: ContractRecord): Promise<ContractParties> {
  const place = present(await findPlaceLine(db, contract.communeCode), "a contract's commune");
  return {
    seller: await loadSellingParty(db, contract.householdId),
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
