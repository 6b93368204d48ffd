import { payeeEvents, payees } from "~db/schema/settlement-payees";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { seal } from "~/platform/seal.server";
import type { PayeeAccount } from "./types-disbursements";

const ENDING_LENGTH = 4;

/** Of a short number nothing: it would be most of it. */
function endingOf(accountNumber: string): string {
  return accountNumber.length < 2 * ENDING_LENGTH ? "" : accountNumber.slice(-ENDING_LENGTH);
}

/**
 * Says where an owner's money is to be sent; a later word replaces the earlier, and changes nothing of what has been
 * prepared with it, which cannot be approved any more. `enteredById`: the officer who noted it; null where its owner did,
 * who is `actorId` where we know them. `heldUntil`: nothing is paid there before that moment.
 */
export async function enterPayee(
  tx: Transaction,
  input: {
    ownerId: string;
    account: PayeeAccount;
    enteredById: string | null;
    actorId: string | null;
    heldUntil?: number | null;
  },
): Promise<void> {
  const { ownerId, account, enteredById, actorId, heldUntil = null } = input;
  const { bankBin, accountNumber, accountName } = account;
  const row = {
    bankBin,
    sealedAccount: seal(JSON.stringify({ accountNumber, accountName }), ownerId),
    accountEnding: endingOf(accountNumber),
    enteredAt: now(),
    heldUntil,
    enteredById,
  };
  await tx
    .insert(payees)
    .values({ ownerId, ...row })
    .onConflictDoUpdate({ target: payees.ownerId, set: row });
  await tx.insert(payeeEvents).values({
    id: newId("pye"),
    ownerId,
    bankBin,
    accountEnding: row.accountEnding,
    actorId,
    occurredAt: row.enteredAt,
  });
}
