import { and, eq, isNotNull } from "drizzle-orm";
import { bankTransactions, payments } from "~db/schema/payments";
import { statementRows } from "~db/schema/statements";
import { matchKnownLine } from "~/domain/payments/statement/match-known-line.server";
import type { RowAtWork } from "~/domain/payments/statement/queries-work.server";
import type { RowOutcome } from "~/domain/payments/statement/statement-status";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { receiveInTransaction } from "./receive-bank-notice.server";

/** So many equal lines no account has. */
const NAMED_MAX = 25_000;

export type TakenRow = { outcome: RowOutcome; code: string | null };

/**
 * Hands one line of a bank's file to the inbox, unless an earlier file told of it; the row knows its line from then on.
 * The check before the import runs this too and takes everything back: so it cannot say other than what would be.
 */
export async function takeStatementRow(
  tx: Transaction,
  row: RowAtWork,
  accountNumber: string,
): Promise<TakenRow> {
  const factsKey = present(row.factsKey, "a line without its key");
  const occurredAt = present(row.occurredAt, "a line without its day");
  const { importId, lineNumber, referenceKey } = row;
  const knownId = await matchKnownLine(tx, { importId, occurredAt, factsKey, referenceKey });
  if (knownId !== null) {
    return settle(tx, row, { outcome: "known", bankTransactionId: knownId });
  }
  const received = await receiveInTransaction(tx, {
    notice: {
      provider: "statement",
      providerTransactionId: await nextName(tx, row),
      accountNumber,
      direction: present(row.direction, "a line without its direction"),
      amountVnd: vnd(present(row.amountVnd, "a line without its amount")),
      content: row.content ?? "",
      occurredAt,
      bankReference: row.bankReference,
      balanceVnd: row.balanceVnd === null ? null : vnd(row.balanceVnd),
    },
    rawBody: row.rawText,
  });
  const { kind, judgement, bankTransactionId } = received;
  const otherwise = kind === "conflict" ? "conflict" : "known";
  const outcome = judgement?.reason ?? otherwise;
  return settle(tx, { importId, lineNumber }, { outcome, bankTransactionId });
}

/** Equal lines are numbered: the second of them is another one. */
async function nextName(tx: Transaction, row: RowAtWork): Promise<string> {
  const { factsKey, referenceKey } = row;
  const lines = await tx
    .selectDistinct({ id: statementRows.bankTransactionId })
    .from(statementRows)
    .where(
      and(
        isNotNull(statementRows.bankTransactionId),
        referenceKey === null
          ? eq(statementRows.factsKey, factsKey ?? "")
          : eq(statementRows.referenceKey, referenceKey),
      ),
    )
    .limit(NAMED_MAX);
  return `${referenceKey ?? factsKey}.${lines.length + 1}`;
}

async function settle(
  tx: Transaction,
  row: { importId: string; lineNumber: number },
  { outcome, bankTransactionId }: { outcome: RowOutcome; bankTransactionId: string },
): Promise<TakenRow> {
  await tx
    .update(statementRows)
    .set({ found: outcome, bankTransactionId })
    .where(
      and(eq(statementRows.importId, row.importId), eq(statementRows.lineNumber, row.lineNumber)),
    );
  const [line] = await tx
    .select({ code: payments.reference })
    .from(bankTransactions)
    .innerJoin(payments, eq(payments.id, bankTransactions.paymentId))
    .where(eq(bankTransactions.id, bankTransactionId))
    .limit(1);
  return { outcome, code: line?.code ?? null };
}
