import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { bankTransactionConflicts, bankTransactions } from "~db/schema/payments";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { BankNotice } from "./bank-notice";

export type RecordedBankTransaction = {
  kind: "recorded" | "duplicate" | "conflict";
  bankTransactionId: string;
  contentHash: string;
};

/**
 * Puts a reported line into the inbox, once. `duplicate`: the same line again, by retry or poll. `conflict`:
 * its id with another amount, account, direction, memo or time; the first stands, the other is kept beside it
 * for a person. A new line is in suspense until `classifyBankTransaction` says what it is.
 */
export async function recordBankTransaction(
  tx: Transaction,
  input: { notice: BankNotice; rawBody: string },
): Promise<RecordedBankTransaction> {
  const { notice, rawBody } = input;
  const contentHash = hashOf(notice);
  const [known] = await tx
    .select({ id: bankTransactions.id, contentHash: bankTransactions.contentHash })
    .from(bankTransactions)
    .where(
      and(
        eq(bankTransactions.provider, notice.provider),
        eq(bankTransactions.providerTransactionId, notice.providerTransactionId),
      ),
    )
    .limit(1);
  if (known?.contentHash === contentHash) {
    return { kind: "duplicate", bankTransactionId: known.id, contentHash };
  }
  if (known) {
    await tx
      .insert(bankTransactionConflicts)
      .values({
        id: newId("btc"),
        bankTransactionId: known.id,
        rawBody,
        contentHash,
        receivedAt: now(),
      })
      .onConflictDoNothing();
    return { kind: "conflict", bankTransactionId: known.id, contentHash };
  }
  const id = newId("btx");
  await tx.insert(bankTransactions).values({
    id,
    provider: notice.provider,
    providerTransactionId: notice.providerTransactionId,
    bankReference: notice.bankReference,
    balanceVnd: notice.balanceVnd,
    accountNumber: notice.accountNumber,
    direction: notice.direction,
    amountVnd: notice.amountVnd,
    content: notice.content,
    occurredAt: notice.occurredAt,
    receivedAt: now(),
    rawBody,
    contentHash,
    status: "suspense",
    reason: "no_reference",
  });
  return { kind: "recorded", bankTransactionId: id, contentHash };
}

/** Of the facts and not of the bytes: a poll writes the same line in other JSON than the webhook did. */
function hashOf(notice: BankNotice): string {
  const facts = [
    notice.accountNumber,
    notice.direction,
    notice.amountVnd,
    notice.content,
    notice.occurredAt,
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}
