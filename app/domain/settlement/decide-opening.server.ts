import { and, eq } from "drizzle-orm";
import { bankOpenings } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { postTransfer } from "./post-transfer.server";
import { confirmedOpening } from "./queries-bank-chain.server";

const BANK = { kind: "bank" } as const;
const OWNER = { kind: "owner_funds" } as const;

/**
 * Ends a proposal. Once confirmed the ledger holds as much: what was booked before is corrected by a transfer of what it
 * is more or less.
 */
export async function decideOpening(
  tx: Transaction,
  input: {
    opening: { id: string; amountVnd: number };
    status: "confirmed" | "refused";
    decidedById: string;
  },
): Promise<void> {
  const { opening, status, decidedById } = input;
  const bookedVnd = (await confirmedOpening(tx)) ?? 0;
  const ended = await tx
    .update(bankOpenings)
    .set({ status, decidedById, decidedAt: now() })
    .where(and(eq(bankOpenings.id, opening.id), eq(bankOpenings.status, "proposed")))
    .returning({ id: bankOpenings.id });
  invariant(ended.length === 1, "an opening balance is decided once");
  const moreVnd = opening.amountVnd - bookedVnd;
  if (status === "refused" || moreVnd === 0) return;
  await postTransfer(tx, {
    key: `bank_opening:${opening.id}`,
    debit: moreVnd > 0 ? BANK : OWNER,
    credit: moreVnd > 0 ? OWNER : BANK,
    amountVnd: vnd(Math.abs(moreVnd)),
    reason: "opening_balance",
    reference: { kind: "bank_opening", id: opening.id },
  });
}
