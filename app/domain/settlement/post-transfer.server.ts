import { eq, sql } from "drizzle-orm";
import { ledgerAccounts, transfers } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import { builtOnce, changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import { vnd, type Vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import {
  ledgerAccountId,
  NORMAL_SIDE,
  type LedgerAccount,
  type TransferReason,
} from "./ledger-accounts";
import { balanceOf } from "./queries.server";

export type NewTransfer = {
  /** Names the fact: `order:<id>:settled`. The same fact is posted once. */
  key: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  /** At least 1. */
  amountVnd: Vnd;
  reason: TransferReason;
  reference: {
    kind:
      | "bank_transaction"
      | "card_charge"
      | "card_refund"
      | "card_dispute"
      | "payment"
      | "order"
      | "return_request"
      | "disbursement"
      | "bank_opening";
    id: string;
  };
};

/**
 * The one writer of the ledger: debits one account and credits another. Accounts come into being on first use.
 * A key that was posted before changes nothing; throws when it comes back with another content, when the
 * amount is below 1, and when an account other than the bank would fall below zero on its normal side.
 */
export async function postTransfer(tx: Transaction, transfer: NewTransfer): Promise<void> {
  const { key, debit, credit, reason, reference } = transfer;
  const amountVnd = vnd(transfer.amountVnd);
  invariant(amountVnd >= 1, `transfer ${key} of ${amountVnd}`);
  const content = {
    debitAccountId: ledgerAccountId(debit),
    creditAccountId: ledgerAccountId(credit),
    amountVnd,
    reason,
    referenceKind: reference.kind,
    referenceId: reference.id,
  };
  const occurredAt = now();
  await insertAccounts(tx).execute({
    ...rowOf("debit", debit),
    ...rowOf("credit", credit),
    createdAt: occurredAt,
  });
  const posted = await insertTransfer(tx).execute({
    id: newId("trf"),
    key,
    ...content,
    occurredAt,
    localDate: localDateOf(occurredAt),
  });
  if (posted.length === 0) {
    const [known] = await selectPosted(tx).execute({ key });
    invariant(
      known?.debitAccountId === content.debitAccountId &&
        known.creditAccountId === content.creditAccountId &&
        known.amountVnd === content.amountVnd &&
        known.reason === content.reason &&
        known.referenceKind === content.referenceKind &&
        known.referenceId === content.referenceId,
      `transfer ${key} was posted with another content`,
    );
    return;
  }
  // Debiting an account that grows by credit takes from it, and the other way round. A throw takes the row back.
  if (NORMAL_SIDE[debit.kind] === "credit") await assertCovered(tx, debit, amountVnd);
  if (NORMAL_SIDE[credit.kind] === "debit" && !isToldByBank(credit)) {
    await assertCovered(tx, credit, amountVnd);
  }
}

/** What the bank reports is booked as it is, also more than we knew to be there: the check of the books then says so. */
function isToldByBank({ kind }: LedgerAccount): boolean {
  return kind === "bank";
}

/** An account's row as values of `insertAccounts`. */
function rowOf(side: "debit" | "credit", account: LedgerAccount) {
  return {
    [`${side}Id`]: ledgerAccountId(account),
    [`${side}Kind`]: account.kind,
    [`${side}OwnerId`]: "ownerId" in account ? account.ownerId : null,
  };
}

const insertTransfer = changeBuiltOnce((tx) =>
  tx
    .insert(transfers)
    .values({
      id: sql`${sql.placeholder("id")}`,
      key: sql`${sql.placeholder("key")}`,
      debitAccountId: sql`${sql.placeholder("debitAccountId")}`,
      creditAccountId: sql`${sql.placeholder("creditAccountId")}`,
      amountVnd: sql`${sql.placeholder("amountVnd")}`,
      reason: sql`${sql.placeholder("reason")}`,
      referenceKind: sql`${sql.placeholder("referenceKind")}`,
      referenceId: sql`${sql.placeholder("referenceId")}`,
      occurredAt: sql`${sql.placeholder("occurredAt")}`,
      localDate: sql`${sql.placeholder("localDate")}`,
    })
    .onConflictDoNothing({ target: transfers.key })
    .returning({ id: transfers.id })
    .prepare(),
);

const selectPosted = builtOnce((db) =>
  db
    .select()
    .from(transfers)
    .where(eq(transfers.key, sql.placeholder("key")))
    .limit(1)
    .prepare(),
);

const insertAccounts = changeBuiltOnce((tx) =>
  tx
    .insert(ledgerAccounts)
    .values(
      (["debit", "credit"] as const).map((side) => ({
        id: sql`${sql.placeholder(`${side}Id`)}`,
        kind: sql`${sql.placeholder(`${side}Kind`)}`,
        ownerId: sql`${sql.placeholder(`${side}OwnerId`)}`,
        createdAt: sql`${sql.placeholder("createdAt")}`,
      })),
    )
    .onConflictDoNothing()
    .prepare(),
);

/** After the transfer: what it took has to have been there. */
async function assertCovered(tx: Transaction, account: LedgerAccount, amountVnd: Vnd) {
  const leftVnd = await balanceOf(account, tx);
  invariant(
    leftVnd >= 0,
    `${ledgerAccountId(account)} holds ${leftVnd + amountVnd}, less than ${amountVnd}`,
  );
}
