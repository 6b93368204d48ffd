import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { postTransfer } from "./post-transfer.server";
import { balanceOf } from "./queries.server";

/** What a household has here after a sale pays what it still owes of goods that came back, as far as it goes. */
export async function recoverDebt(
  tx: Transaction,
  { householdId, orderId }: { householdId: string; orderId: string },
): Promise<void> {
  const debt = { kind: "household_debt", ownerId: householdId } as const;
  const household = { kind: "household", ownerId: householdId } as const;
  const owedVnd = await balanceOf(debt, tx);
  const amountVnd = owedVnd === 0 ? 0 : Math.min(owedVnd, await balanceOf(household, tx));
  if (amountVnd === 0) return;
  await postTransfer(tx, {
    key: `order:${orderId}:recovered`,
    debit: household,
    credit: debt,
    amountVnd: vnd(amountVnd),
    reason: "debt_recovered",
    reference: { kind: "order", id: orderId },
  });
}
