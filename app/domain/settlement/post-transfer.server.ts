import { eq, sql } from "drizzle-orm";
import { ledgerAccounts, transfers } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import { builtOnce, changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
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
  const [known] = await selectPosted(tx).execute({ key });
  if (known) {
    const isSame =
      known.debitAccountId === content.debitAccountId &&
      known.creditAccountId === content.creditAccountId &&
      known.amountVnd === content.amountVnd &&
      known.reason === content.reason &&
      known.referenceKind === content.referenceKind &&
      known.referenceId === content.referenceId;
    invariant(isSame, `transfer ${key} was posted with another content`);
    return;
  }
  await openAccount(tx, debit);
  await openAccount(tx, credit);
  // Debiting an account that grows by credit takes from it, and the other way round.
  if (NORMAL_SIDE[debit.kind] === "credit") await assertCovered(tx, debit, amountVnd);
  if (NORMAL_SIDE[credit.kind] === "debit" && !isToldByBank(credit)) {
    await assertCovered(tx, credit, amountVnd);
  }
  const occurredAt = now();
  await insertRow(tx, transfers, {
    id: newId("trf"),
    key,
    ...content,
    occurredAt,
    localDate: localDateOf(occurredAt),
  });
}

/** What the bank reports is booked as it is, also more than we knew to be there: the check of the books then says so. */
function isToldByBank({ kind }: LedgerAccount): boolean {
  return kind === "bank";
}

async function openAccount(tx: Transaction, account: LedgerAccount) {
  await insertAccount(tx).execute({
    id: ledgerAccountId(account),
    kind: account.kind,
    ownerId: "ownerId" in account ? account.ownerId : null,
    createdAt: now(),
  });
}

const selectPosted = builtOnce((db) =>
  db
    .select()
    .from(transfers)
    .where(eq(transfers.key, sql.placeholder("key")))
    .limit(1)
    .prepare(),
);

const insertAccount = changeBuiltOnce((tx) =>
  tx
    .insert(ledgerAccounts)
    .values({
      id: sql`${sql.placeholder("id")}`,
      kind: sql`${sql.placeholder("kind")}`,
      ownerId: sql`${sql.placeholder("ownerId")}`,
      createdAt: sql`${sql.placeholder("createdAt")}`,
    })
    .onConflictDoNothing()
    .prepare(),
);

async function assertCovered(tx: Transaction, account: LedgerAccount, amountVnd: Vnd) {
  const balanceVnd = await balanceOf(account, tx);
  invariant(
    balanceVnd >= amountVnd,
    `${ledgerAccountId(account)} holds ${balanceVnd}, less than ${amountVnd}`,
  );
}
