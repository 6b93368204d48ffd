import { eq } from "drizzle-orm";
import { contractAsks, contractEvents, contracts } from "~db/schema/contracts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";
import { InvariantError, invariant } from "~/platform/invariant";
import { completeLanguageFor, type Language } from "~/platform/language";
import type { LocalDate } from "~/platform/period";
import { READABLE_CODE_BYTES, readableCode } from "~/platform/readable-code";
import { contractClock } from "./contract-status";
import { LINES_MAX } from "./contract-terms";

export type NewContract = {
  submissionKey: string;
  householdId: string;
  buyerId: string | null;
  buyerName: string;
  buyerTaxCode: string;
  representative: string;
  representativeTitle: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  wishedBy: LocalDate | null;
  note: string;
  language: Language;
  /** Packs by product, one row a product. */
  asks: readonly { productId: string; packCount: number }[];
};

const CODE_ATTEMPTS = 5;

/** A buyer asks a household for its price. Throws when the submission key is taken: look it up first. */
export async function openContract(
  tx: Transaction,
  { asks, language, ...input }: NewContract,
): Promise<{ id: string; code: string }> {
  invariant(asks.length >= 1 && asks.length <= LINES_MAX, "a question about some products");
  const id = newId("ctr");
  const code = await findFreeCode(tx);
  const openedAt = now();
  const status = "requested";
  await tx.insert(contracts).values({
    id,
    code,
    ...input,
    language: completeLanguageFor(language),
    status,
    openedAt,
    clockAt: contractClock(status, { since: openedAt, terms: null }),
  });
  await tx
    .insert(contractAsks)
    .values(asks.map((ask) => ({ id: newId("cta"), contractId: id, ...ask })));
  await tx.insert(contractEvents).values({
    id: newId("cte"),
    contractId: id,
    fromStatus: null,
    toStatus: status,
    movedBy: "buyer",
    note: input.note,
    actorId: input.buyerId,
    occurredAt: openedAt,
  });
  return { id, code };
}

async function findFreeCode(tx: Transaction): Promise<string> {
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const code = readableCode("HD", randomBytes(READABLE_CODE_BYTES));
    if ((await tx.$count(contracts, eq(contracts.code, code))) === 0) return code;
  }
  throw new InvariantError("no free contract code: the source of codes repeats itself");
}
