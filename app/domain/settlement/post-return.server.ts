import type { Transaction } from "~/platform/db.server";
import { vnd, type Vnd } from "~/platform/money";
import type { LedgerAccount } from "./ledger-accounts";
import { postTransfer } from "./post-transfer.server";
import { balanceOf } from "./queries.server";

/**
 * What was sold comes back: the marketplace returns its commission to the household, and what it kept back for the State
 * (if that was paid there already, the next payment is smaller); the household owes the buyer, and the programme of a
 * voucher what that had paid.
 * What the household has here pays first; what it has been paid out already, or took in cash, it owes us from now on.
 */
export async function postReturn(
  tx: Transaction,
  given: {
    returnRequestId: string;
    householdId: string;
    checkoutId: string;
    refundVnd: Vnd;
    /** What of it goes back to the account of a programme. */
    voucher: { amountVnd: Vnd; account: LedgerAccount } | null;
    commissionVnd: Vnd;
    taxVnd: Vnd;
  },
): Promise<void> {
  const key = `return:${given.returnRequestId}`;
  const household: LedgerAccount = { kind: "household", ownerId: given.householdId };
  const reference = { kind: "return_request", id: given.returnRequestId } as const;
  if (given.commissionVnd > 0) {
    await postTransfer(tx, {
      key: `${key}:commission`,
      debit: { kind: "commission" },
      credit: household,
      amountVnd: given.commissionVnd,
      reason: "commission_returned",
      reference,
    });
  }
  if (given.taxVnd > 0) {
    await postTransfer(tx, {
      key: `${key}:tax`,
      debit: { kind: "tax_withheld" },
      credit: household,
      amountVnd: given.taxVnd,
      reason: "tax_returned",
      reference,
    });
  }
  const { voucher } = given;
  const owed = [
    {
      key,
      credit: { kind: "refund_due", ownerId: given.checkoutId } as const,
      amountVnd: vnd(given.refundVnd - (voucher?.amountVnd ?? 0)),
    },
    ...(voucher
      ? [{ key: `${key}:voucher`, credit: voucher.account, amountVnd: voucher.amountVnd }]
      : []),
  ];
  for (const { key: name, credit, amountVnd } of owed) {
    const fromBalanceVnd = vnd(Math.min(await balanceOf(household, tx), amountVnd));
    const debt: LedgerAccount = { kind: "household_debt", ownerId: given.householdId };
    const parts = [
      { key: name, debit: household, amountVnd: fromBalanceVnd },
      { key: `${name}:debt`, debit: debt, amountVnd: vnd(amountVnd - fromBalanceVnd) },
    ];
    for (const part of parts) {
      if (part.amountVnd === 0) continue;
      await postTransfer(tx, { ...part, credit, reason: "sale_returned", reference });
    }
  }
}
