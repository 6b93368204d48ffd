import { and, desc, eq, gt, gte, lt } from "drizzle-orm";
import { keptPayees, payeeEvents, payees } from "~db/schema/settlement-payees";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { loadPayee } from "./queries-disbursements-records.server";
import type { PayeeTakenBack } from "./types-disbursements";

/**
 * Takes back what was named for an owner from one moment until before another. The account that stood before is there
 * again, with its own wait, and its owner is told, as of any that is named; where none is kept, none is.
 */
export async function takeBackPayee(
  tx: Transaction,
  input: { ownerId: string; namedFrom: number; namedUntil: number; actorId: string },
): Promise<PayeeTakenBack> {
  const { ownerId, namedFrom, namedUntil, actorId } = input;
  const isOwn = eq(keptPayees.ownerId, ownerId);
  const { enteredAt } = keptPayees;
  await tx
    .delete(keptPayees)
    .where(and(isOwn, gte(enteredAt, namedFrom), lt(enteredAt, namedUntil)));
  const payee = await loadPayee(tx, ownerId);
  if (payee === null || payee.enteredAt < namedFrom || payee.enteredAt >= namedUntil) {
    return "untouched";
  }
  await tx.delete(payees).where(eq(payees.ownerId, ownerId));
  const [kept] = await tx
    .select()
    .from(keptPayees)
    .where(and(isOwn, lt(enteredAt, namedFrom), gt(keptPayees.keptUntil, now())))
    .orderBy(desc(enteredAt), desc(keptPayees.id))
    .limit(1);
  if (!kept) return "removed";
  const { id, keptUntil: _over, ...row } = kept;
  await tx.delete(keptPayees).where(eq(keptPayees.id, id));
  await tx.insert(payees).values(row);
  const { bankBin, accountEnding } = row;
  const event = { id: newId("pye"), ownerId, bankBin, accountEnding, actorId, occurredAt: now() };
  await tx.insert(payeeEvents).values(event);
  return "restored";
}
