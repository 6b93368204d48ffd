import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { recordStrayRefund } from "~/domain/payments/record-stray-refund.server";
import type { StrayRefund } from "~/domain/payments/types-cards";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";

/**
 * Takes a refund that was made on the provider's own pages into our books: what is owed to its buyer has gone back, the
 * rest is the market's loss, from which is taken off whatever becomes owed to that buyer later.
 */
export async function bookStrayRefund(
  tx: Transaction,
  actor: UserActor,
  stray: StrayRefund & { people: { preparedById: string; approvedById: string | null } },
): Promise<void> {
  const { checkoutId, amountVnd, people, note } = stray;
  const id = await recordStrayRefund(tx, stray, people);
  const owing = { kind: "refund_due", ownerId: checkoutId } as const;
  const owedVnd = Math.min(await balanceOf(owing, tx), amountVnd);
  const parts = [
    { key: `card_refund:${id}`, debit: owing, partVnd: owedVnd },
    {
      key: `card_refund:${id}:loss`,
      debit: { kind: "dispute_losses" } as const,
      partVnd: amountVnd - owedVnd,
    },
  ];
  for (const { key, debit, partVnd } of parts) {
    if (partVnd === 0) continue;
    await postTransfer(tx, {
      key,
      debit,
      credit: { kind: "card_clearing" },
      amountVnd: vnd(partVnd),
      reason: "card_refunded",
      reference: { kind: "card_refund", id },
    });
  }
  await recordAction(tx, {
    actor,
    action: "card_refund.take_over",
    subject: { kind: "card_refund", id },
    after: { strayId: stray.id, amountVnd, owedVnd, note, ...people },
  });
}
