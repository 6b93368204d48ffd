import { contractLines, contractVersions } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import type { ComposedTerms } from "./compose-terms.server";
import { contractItemsVnd, type ContractTerms } from "./contract-terms";

export type NewVersion = {
  /** Made with the form. */
  versionId: string;
  contractId: string;
  terms: ContractTerms;
  composed: ComposedTerms;
};

/** Writes down terms as the next version, with the text that both are to confirm and its hash. */
export async function offerTerms(
  tx: Transaction,
  { versionId, contractId, terms, composed }: NewVersion,
): Promise<void> {
  const { lines, ...rest } = terms;
  invariant(lines.length > 0, "a contract about something");
  await tx.insert(contractVersions).values({
    id: versionId,
    contractId,
    itemsVnd: contractItemsVnd(lines),
    ...rest,
    ...composed,
    offeredAt: now(),
  });
  await tx.insert(contractLines).values(
    lines.map(({ productId, productName, packLabel, quantity, unitPriceVnd }) => ({
      id: newId("ctl"),
      versionId,
      productId,
      productName,
      packLabel,
      quantity,
      unitPriceVnd,
    })),
  );
}
