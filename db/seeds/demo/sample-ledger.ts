import {
  ledgerAccountId,
  type LedgerAccount,
  type TransferReason,
} from "../../../app/domain/settlement/ledger-accounts";
import { localDateOf } from "../../../app/platform/period";
import { ledgerAccounts, transfers } from "../../schema/settlement";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";

export type SampleTransfer = {
  key: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amountVnd: number;
  reason: TransferReason;
  reference: { kind: "bank_transaction" | "order" | "disbursement"; id: string };
  at: number;
};

/** Posts a transfer a call, with the keys and accounts that settlement/post-transfer and the flows give. */
export function createLedger({ connection, newId }: SampleWriter) {
  const insertAccount = prepareInsert(connection, ledgerAccounts);
  const insertTransfer = prepareInsert(connection, transfers);
  const opened = new Set<string>(
    connection.writer
      .prepare<[], string>(
        "SELECT id FROM ledger_accounts WHERE owner_id IS NULL OR kind = 'household'",
      )
      .pluck()
      .all(),
  );

  const open = (account: LedgerAccount, at: number): string => {
    const id = ledgerAccountId(account);
    if (!opened.has(id)) {
      const ownerId = "ownerId" in account ? account.ownerId : null;
      insertAccount({ id, kind: account.kind, ownerId, createdAt: at });
      opened.add(id);
    }
    return id;
  };

  return {
    post({ debit, credit, reference, at, ...transfer }: SampleTransfer): void {
      insertTransfer({
        ...transfer,
        id: newId("trf", at),
        debitAccountId: open(debit, at),
        creditAccountId: open(credit, at),
        referenceKind: reference.kind,
        referenceId: reference.id,
        occurredAt: at,
        localDate: localDateOf(at),
      });
    },
    /** A checkout's own accounts are not asked for again: forgetting them keeps the memory constant. */
    forget(checkoutId: string): void {
      opened.delete(ledgerAccountId({ kind: "buyer", ownerId: checkoutId }));
      opened.delete(ledgerAccountId({ kind: "refund_due", ownerId: checkoutId }));
    },
  };
}

export type SampleLedger = ReturnType<typeof createLedger>;
