import { actorKindOf, GUEST, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { forgetBooks } from "~/domain/buyers/forget-books.server";
import {
  listOwnPurchaseIds,
  listOwnOrderIds,
  listOwnPostIds,
} from "~/domain/buyers/queries-own.server";
import { countOpenBusiness } from "~/domain/buyers/queries-open.server";
import { forgetReceivers } from "~/domain/fulfilment/forget-receivers.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { forgetPerson } from "~/domain/identity/forget-person.server";
import { mayDeleteAccount } from "~/domain/identity/roles";
import { findAccount } from "~/domain/identity/queries.server";
import { forgetRecipient } from "~/domain/notices/forget-recipient.server";
import { forgetBuyer } from "~/domain/orders/forget-buyer.server";
import { forgetClaims } from "~/domain/payments/forget-claims.server";
import { forgetWaitingBuyer } from "~/domain/preorders/forget-waiting-buyer.server";
import { forgetPayees } from "~/domain/settlement/forget-payees.server";
import { forgetAuthor } from "~/domain/reviews/forget-author.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { enqueueOutbox } from "~/platform/outbox.server";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { proveOneself, type Proof, type ProofCode } from "./prove-oneself.server";

export type DeleteAccountCode =
  | ProofCode
  | "account_has_desk"
  | "account_has_orders"
  | "account_has_returns"
  | "account_has_contracts"
  | "account_has_preorders"
  | "account_has_money";

/**
 * Forgets a buyer, on their own word and for good: one transaction, audited as an act and not by what it took. Orders
 * stay without their person, the ledger and the figures as they are. Not while something is open between them and the
 * market, and not for who works at a desk here.
 */
export async function deleteAccount(
  actor: Actor,
  proof: Proof,
): Promise<Result<null, DeleteAccountCode>> {
  const { userId } = proof;
  const account = await findAccount(userId);
  if (!account || !mayDeleteAccount(account.role)) return fail("account_has_desk");
  const proved = await proveOneself(proof);
  if (!proved.ok) return proved;
  return inTransaction(async (tx) => {
    const refusal = await findRefusal(tx, userId);
    if (refusal) return refusal;
    await forget(tx, userId);
    // That one was deleted, not whose: by the person's id the log would lead on to all that they did.
    await recordAction(tx, {
      actor: GUEST,
      action: "account.delete",
      subject: { kind: "user", id: newId("usr") },
      after: { by: actorKindOf(actor) },
    });
    return succeed(null);
  });
}

async function findRefusal(
  tx: Transaction,
  userId: string,
): Promise<Failure<Exclude<DeleteAccountCode, ProofCode | "account_has_desk">> | null> {
  const open = await countOpenBusiness(tx, userId);
  if (open.orderCount > 0) return fail("account_has_orders", { count: open.orderCount });
  if (open.returnCount > 0) return fail("account_has_returns", { count: open.returnCount });
  if (open.preorderCount > 0) return fail("account_has_preorders", { count: open.preorderCount });
  if (open.contractCount > 0) return fail("account_has_contracts", { count: open.contractCount });
  return open.moneyCount > 0 ? fail("account_has_money") : null;
}

/** The posts first: by their orders they are found. The files of photos go once this is committed. */
async function forget(tx: Transaction, userId: string): Promise<void> {
  await forgetAuthor(tx, await listOwnPostIds(tx, userId));
  const purchaseIds = await listOwnPurchaseIds(tx, userId);
  const photoIds = [
    ...(await forgetReceivers(tx, await listOwnOrderIds(tx, userId))),
    ...(await forgetClaims(tx, purchaseIds)),
  ];
  for (const photoId of photoIds) {
    const payload = { photoId };
    await enqueueOutbox(tx, { kind: "forgotten_proof_photo", key: photoId, payload });
  }
  await forgetRecipient(tx, { userId, purchaseIds });
  await forgetPayees(tx, purchaseIds);
  await forgetBuyer(tx, userId);
  await forgetWaitingBuyer(tx, userId);
  await forgetBooks(tx, userId);
  await endSessions(tx, userId);
  await forgetPerson(tx, userId);
}
