import { inArray, sql, sum, type SQL } from "drizzle-orm";
import type { AnyColumn } from "drizzle-orm";
import { accountBalances } from "~db/schema/settlement";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { sidesOf, TWO_SIDED_KINDS, type HolderBalances } from "./account-sides";
import { LEDGER_ACCOUNT_KINDS } from "./ledger-accounts";
import type { BankShares, ShareOfBank } from "./types-reconciliation";

/** What an account is added up under: its kind, or itself where its kind is two-sided. */
export function holderOf(account: { kind: AnyColumn; id: AnyColumn }): SQL<string> {
  const isTwoSided = inArray(account.kind, TWO_SIDED_KINDS);
  return sql<string>`case when ${isTwoSided} then ${account.id} else ${account.kind} end`;
}

/** What is held now; reads those accounts only that hold something. */
export async function sumHolders(db: ReadDatabase): Promise<HolderBalances> {
  const holder = holderOf({ kind: accountBalances.kind, id: accountBalances.accountId });
  const rows = await db
    .select({ holder, balanceVnd: sum(accountBalances.balanceVnd).mapWith(Number) })
    .from(accountBalances)
    .where(sql`${accountBalances.balanceVnd} <> 0`)
    .groupBy(holder);
  return new Map(rows.map((row) => [row.holder, row.balanceVnd]));
}

/**
 * Whose the money in our account at the bank is: what the market owes and has earned, less what others owe it and what it
 * has spent. As debits equal credits, it sums to what the bank holds.
 */
export async function loadBankShares(): Promise<BankShares> {
  const balances = await sumHolders(reader());
  const shares = LEDGER_ACCOUNT_KINDS.filter((kind) => kind !== "bank").flatMap((kind) => {
    const { debitVnd, creditVnd } = sidesOf(kind, balances);
    const sides: ShareOfBank[] = [
      { kind, side: "credit", amountVnd: creditVnd },
      { kind, side: "debit", amountVnd: debitVnd },
    ];
    return sides.filter((share) => share.amountVnd > 0);
  });
  return {
    bankVnd: balances.get("bank") ?? 0,
    held: shares.filter((share) => share.side === "credit"),
    outside: shares.filter((share) => share.side === "debit"),
  };
}
