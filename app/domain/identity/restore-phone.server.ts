import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { endSessions } from "./end-sessions.server";
import { findUndoable } from "./queries-phone-changes.server";

/**
 * `back`: the number is the account's again. `taken`: somebody else comes in by it, so that the account has none (its id), and
 * its changes stand, to be undone once the number is its holder's.
 */
export type RestoredPhone = {
  /** What the account had since, and has no more. */
  from: string[];
  to: string;
  kind: "back" | "taken";
  /** What is undone, the oldest first. */
  changes: { id: string; newPhone: string | null }[];
};

type Undo = {
  userId: string;
  since: number;
  until: number | null;
  /** An officer saw that the number before is in the holder's hand: no buyer's account that has it since is in the way. */
  isInHand: boolean;
};

/**
 * Undoes what was changed of an account's phone from `since` on, and before `until`: whoever did it was not its holder. Null
 * where there is nothing to undo (`findUndoable`).
 */
export async function restorePhone(tx: Transaction, undo: Undo): Promise<RestoredPhone | null> {
  const undoable = await findUndoable(tx, undo);
  const { userId, isInHand } = undo;
  const [user] = await tx
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  if (!user || undoable === null) return null;
  const { changes, oldPhone } = undoable;
  await moveAside(tx, { userId, phone: oldPhone, isInHand });
  const isOthers = and(eq(users.phone, oldPhone), ne(users.id, userId));
  const kind = (await tx.$count(users, isOthers)) > 0 ? "taken" : "back";
  const phone = kind === "back" ? oldPhone : userId;
  await tx.update(users).set({ phone }).where(eq(users.id, userId));
  if (kind === "back") {
    const ids = changes.map(({ id }) => id);
    await tx.update(phoneChanges).set({ undoneAt: now() }).where(inArray(phoneChanges.id, ids));
  }
  const known = changes.flatMap(({ newPhone }) => newPhone ?? []);
  const from = [...new Set([user.phone, ...known])].filter((one) => one !== oldPhone);
  return { from, to: oldPhone, kind, changes };
}

/**
 * Whoever opened a buyer's account with the number and never proved that it is theirs may have done so to be in the way;
 * where it is in the holder's hand, whoever proved it too: they have it no more.
 */
async function moveAside(
  tx: Transaction,
  { userId, phone, isInHand }: { userId: string; phone: string; isInHand: boolean },
): Promise<void> {
  const isUnproven = isInHand ? undefined : isNull(users.phoneProvenAt);
  const inTheWay = await tx
    .update(users)
    .set({ phone: users.id })
    .where(and(eq(users.phone, phone), ne(users.id, userId), eq(users.role, "buyer"), isUnproven))
    .returning({ id: users.id });
  for (const { id } of inTheWay) await endSessions(tx, id);
}
