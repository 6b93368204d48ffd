import { desc, eq } from "drizzle-orm";
import { contractLines, contractVersions } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { contractHash } from "./contract-hash.server";
import { contractItemsVnd, type ContractTerms } from "./contract-terms";
import { contractText, type ContractParties } from "./contract-text";

export type NewVersion = {
  /** Made with the form. */
  versionId: string;
  contract: { id: string; code: string };
  parties: ContractParties;
  terms: ContractTerms;
};

/** Writes down terms as the next version, with the text that both are to confirm and its hash. */
export async function offerTerms(
  tx: Transaction,
  { versionId, contract, parties, terms }: NewVersion,
): Promise<{ number: number; textHash: string }> {
  invariant(terms.lines.length > 0, "a contract about something");
  const [last] = await tx
    .select({ number: contractVersions.number })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contract.id))
    .orderBy(desc(contractVersions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const offeredAt = now();
  const about = { code: contract.code, version: number, offeredOn: localDateOf(offeredAt) };
  const text = contractText(parties, terms, about);
  const textHash = contractHash(text);
  const { lines, ...rest } = terms;
  await tx.insert(contractVersions).values({
    id: versionId,
    contractId: contract.id,
    number,
    itemsVnd: contractItemsVnd(lines),
    ...rest,
    text,
    textHash,
    offeredAt,
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
  return { number, textHash };
}
