import { payoutBatches } from "~db/schema/settlement";
import { generateBatchCode } from "~/domain/payments/disbursement-code";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId, randomBytes } from "~/platform/ids";

/** A batch without payouts yet; the caller fills it in the same transaction. */
export async function createBatch(
  tx: Transaction,
  input: { submissionKey: string; preparedById: string },
): Promise<{ id: string; code: string }> {
  const row = { id: newId("pbt"), code: generateBatchCode(randomBytes), preparedAt: now() };
  await tx.insert(payoutBatches).values({ ...input, ...row });
  return { id: row.id, code: row.code };
}
