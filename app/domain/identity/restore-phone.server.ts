import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { findUndoable } from "./queries-phone-changes.server";

/** `back`: the number is the account's again; else somebody else comes in by it, and the account has none (its id). */
export type RestoredPhone = {
  from: string;
  to: string;
  kind: "back" | "taken";
  /** The changes that are undone, the oldest first. */
  changeIds: string[];
};

/**
 * Undoes what was changed of an account's phone from `since` on, and before `until`: whoever did it was not its holder. Null
 * where there is nothing to undo (`findUndoable`).
 */
export async function restorePhone(
  tx: Transaction,
  during: { userId: string; since: number; until: number | null },
): Promise<RestoredPhone | null> {
  const undoable = await findUndoable(tx, during);
  const { userId } = during;
  const [user] = await tx
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  if (!user || undoable === null) return null;
  const { ids, oldPhone } = undoable;
  // Whoever opened an account with it and never proved that it is theirs may have done so to be in the way.
  const isOthers = and(eq(users.phone, oldPhone), ne(users.id, userId));
  const isUnproven = and(isNull(users.phoneProvenAt), eq(users.role, "buyer"));
  await tx.update(users).set({ phone: users.id }).where(and(isOthers, isUnproven));
  const kind = (await tx.$count(users, isOthers)) > 0 ? "taken" : "back";
  const phone = kind === "back" ? oldPhone : userId;
  await tx.update(users).set({ phone }).where(eq(users.id, userId));
  await tx.update(phoneChanges).set({ undoneAt: now() }).where(inArray(phoneChanges.id, ids));
  return { from: user.phone, to: oldPhone, kind, changeIds: ids };
}
