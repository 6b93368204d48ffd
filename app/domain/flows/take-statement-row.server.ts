import { matchKnownLine } from "~/domain/statements/match-known-line.server";
import type { RowAtWork } from "~/domain/statements/queries-work.server";
import { nameLine } from "~/domain/statements/name-line.server";
import { ownerOfRow } from "~/domain/statements/owner-of-row";
import { settleRow } from "~/domain/statements/settle-row.server";
import type { RowOutcome } from "~/domain/statements/statement-status";
import type { TakenRow } from "~/domain/statements/types";
import { findReferenceOfLine } from "~/domain/payments/queries-records.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { unseal } from "~/platform/seal.server";
import { receiveInTransaction } from "./receive-bank-notice.server";

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
    return end(tx, row, { outcome: "known", bankTransactionId: knownId });
  }
  const received = await receiveInTransaction(tx, {
    notice: {
      provider: "statement",
      providerTransactionId: await nameLine(tx, row),
      accountNumber,
      direction: present(row.direction, "a line without its direction"),
      amountVnd: vnd(present(row.amountVnd, "a line without its amount")),
      content: row.content ?? "",
      occurredAt,
      bankReference: row.bankReference,
      balanceVnd: row.balanceVnd === null ? null : vnd(row.balanceVnd),
    },
    // Without its evidence nothing is booked: the file waits until the key is back.
    rawBody: present(unseal(row.sealedText, ownerOfRow(row)), "a row whose key is gone"),
  });
  const { kind, judgement, bankTransactionId } = received;
  const otherwise = kind === "conflict" ? "conflict" : "known";
  const outcome = judgement?.reason ?? otherwise;
  return end(tx, { importId, lineNumber }, { outcome, bankTransactionId });
}

async function end(
  tx: Transaction,
  row: { importId: string; lineNumber: number },
  known: { outcome: RowOutcome; bankTransactionId: string },
): Promise<TakenRow> {
  await settleRow(tx, row, known);
  return {
    outcome: known.outcome,
    code: await findReferenceOfLine(tx, known.bankTransactionId),
  };
}
