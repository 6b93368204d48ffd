import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { postTransfer } from "./post-transfer.server";
import { listOutside } from "./queries-outside.server";
import { balanceOf } from "./queries.server";

/**
 * What a household has here after a sale pays what it still owes of goods that came back, as far as it goes. Not out of a
 * sale whose money somebody else has still: the payout that takes it sets the debt off.
 */
export async function recoverDebt(
  tx: Transaction,
  { householdId, orderId }: { householdId: string; orderId: string },
): Promise<void> {
  const debt = { kind: "household_debt", ownerId: householdId } as const;
  const household = { kind: "household", ownerId: householdId } as const;
  const owedVnd = await balanceOf(debt, tx);
  const amountVnd = owedVnd === 0 ? 0 : Math.min(owedVnd, await balanceOf(household, tx));
  if (amountVnd === 0 || (await listOutside(tx)).has(orderId)) return;
  await postTransfer(tx, {
    key: `order:${orderId}:recovered`,
    debit: household,
    credit: debt,
    amountVnd: vnd(amountVnd),
    reason: "debt_recovered",
    reference: { kind: "order", id: orderId },
  });
}
