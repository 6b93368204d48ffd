import { desc, eq } from "drizzle-orm";
import { contractVersions } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { contractHash } from "./contract-hash.server";
import type { ContractTerms } from "./contract-terms";
import { contractText, type ContractParties } from "./contract-text";

/** The text that these terms make today, as what version, and its hash. */
export type ComposedTerms = { number: number; text: string; textHash: string };

/** What both would confirm if these terms were offered now; writes nothing. */
export async function composeTerms(
  db: ReadDatabase,
  of: { contract: { id: string; code: string }; parties: ContractParties; terms: ContractTerms },
): Promise<ComposedTerms> {
  const { contract, parties, terms } = of;
  const [last] = await db
    .select({ number: contractVersions.number })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contract.id))
    .orderBy(desc(contractVersions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  const about = { code: contract.code, version: number, offeredOn: localDateOf(now()) };
  const text = contractText(parties, terms, about);
  return { number, text, textHash: contractHash(text) };
}
