import type { ReadDatabase } from "~/platform/db.server";
import { balanceOf } from "./queries.server";
import {
  listCardRefundRows,
  listChargeRows,
  listDisputeRows,
  sumPaidOut,
} from "./queries-reconciliation-cards.server";
import { stretchesOf } from "./queries-stretches.server";
import type { LedgerDifference } from "./types";

const LISTS = {
  charges: listChargeRows,
  cardRefunds: listCardRefundRows,
  disputes: listDisputeRows,
} as const;

/**
 * What the card provider has told against the ledger: each charge, refund and dispute, and what the provider holds for us
 * by all of them together, less what people say that it has paid out to our bank.
 * `heldVnd` is that sum.
 */
export async function checkCards(
  db: ReadDatabase,
): Promise<{ differences: LedgerDifference[]; heldVnd: number }> {
  const found: LedgerDifference[] = [];
  let heldVnd = 0n;
  for (const walk of ["charges", "cardRefunds", "disputes"] as const) {
    for await (const stretch of stretchesOf(db, walk)) {
      for (const { subjectId, checks, clearingVnd } of await LISTS[walk](db, stretch)) {
        heldVnd += BigInt(clearingVnd);
        for (const [name, expectedVnd, actualVnd] of checks) {
          if (expectedVnd !== actualVnd) found.push({ name, subjectId, expectedVnd, actualVnd });
        }
      }
    }
  }
  const expectedVnd = Number(heldVnd - BigInt(await sumPaidOut(db)));
  // Told as what we would owe, because it may be on either side.
  const actualVnd = 0 - (await balanceOf({ kind: "card_clearing" }, db));
  const name = "card_clearing_balance";
  if (expectedVnd !== actualVnd) found.push({ name, subjectId: name, expectedVnd, actualVnd });
  return { differences: found, heldVnd: expectedVnd };
}
