import { toldBalances } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Vnd } from "~/platform/money";
import { balanceOf } from "./queries.server";

/** Keeps what an officer reads in a telecom's app just now, with what the ledger holds; answers the latter. */
export async function tellBalance(
  tx: Transaction,
  input: { walletId: string; balanceVnd: Vnd; toldById: string },
): Promise<number> {
  const ledgerVnd = await balanceOf({ kind: "mobile_wallet", ownerId: input.walletId }, tx);
  await tx.insert(toldBalances).values({ id: newId("tlb"), ...input, ledgerVnd, toldAt: now() });
  return ledgerVnd;
}
