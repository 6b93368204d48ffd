import { eq } from "drizzle-orm";
import { recallContacts } from "~db/schema/orders";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findRecallOrder } from "./queries-recall.server";
import type { RecallOutcome } from "./recall-outcomes";

export type RecallContactNote = {
  /** Made with the form: the same form sent twice is one call. */
  contactId: string;
  lotCode: string;
  orderCode: string;
  outcome: RecallOutcome;
  note: string;
  actorId: string | null;
};

/** That a buyer with packs of a recalled lot was called; every call is kept. */
export async function noteRecallContact(
  tx: Transaction,
  scope: Scope,
  { contactId, lotCode, orderCode, ...contact }: RecallContactNote,
): Promise<Result<{ orderId: string; isNew: boolean }, "recall_not_found">> {
  const found = await findRecallOrder(tx, scope, { lotCode, orderCode });
  if (!found) return fail("recall_not_found");
  const { recallId, orderId } = found;
  const [known] = await tx
    .select({ orderId: recallContacts.orderId })
    .from(recallContacts)
    .where(eq(recallContacts.id, contactId))
    .limit(1);
  if (known && known.orderId !== orderId) return fail("recall_not_found");
  if (known) return succeed({ orderId, isNew: false });
  await tx
    .insert(recallContacts)
    .values({ id: contactId, recallId, orderId, ...contact, occurredAt: now() });
  return succeed({ orderId, isNew: true });
}
