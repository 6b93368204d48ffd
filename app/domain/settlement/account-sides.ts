import { LEDGER_ACCOUNT_KINDS, NORMAL_SIDE, type LedgerAccountKind } from "./ledger-accounts";

/**
 * Kinds whose accounts may be on either side at the same time, so that what one is owed must not be set against what
 * another one owes. All others are on one side (`postTransfer`): a household that we owe and that owes us has two accounts.
 */
export const TWO_SIDED_KINDS = LEDGER_ACCOUNT_KINDS.filter(
  (kind) => NORMAL_SIDE[kind] === "either",
);

/** Balances by `kind`, of two-sided kinds by account; debits less credits. */
export type HolderBalances = ReadonlyMap<string, number>;

export type Sides = { debitVnd: number; creditVnd: number };

/** What all accounts of a kind hold that are on the side of debits, and what those that are on the side of credits. */
export function sidesOf(kind: LedgerAccountKind, balances: HolderBalances): Sides {
  let [debitVnd, creditVnd] = [0, 0];
  for (const [holder, balanceVnd] of balances) {
    if (!isOfKind(holder, kind)) continue;
    debitVnd += Math.max(0, balanceVnd);
    creditVnd += Math.max(0, -balanceVnd);
  }
  return { debitVnd, creditVnd };
}

/** By the id of an account, which begins with its kind (`ledgerAccountId`). */
export function isOfKind(holder: string, kind: LedgerAccountKind): boolean {
  return holder === kind || holder.startsWith(`${kind}:`);
}
