import { and, asc, eq, gte, isNull, ne } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

const CHANGES_MAX = 100;

/** `back`: the number is the account's again; else somebody else comes in by it, and the account has none (its id). */
export type RestoredPhone = { from: string; to: string; kind: "back" | "taken" };

/**
 * Undoes what was changed of an account's phone from `since` on, and before `until`: whoever did it was not its holder. Null
 * where nothing was, where it has been changed again after that, or the number before is not known any more.
 */
export async function restorePhone(
  tx: Transaction,
  { userId, since, until }: { userId: string; since: number; until: number | null },
): Promise<RestoredPhone | null> {
  const ofUser = and(eq(phoneChanges.userId, userId), isNull(phoneChanges.undoneAt));
  const changes = await tx
    .select()
    .from(phoneChanges)
    .where(and(ofUser, gte(phoneChanges.changedAt, since)))
    .orderBy(asc(phoneChanges.changedAt), asc(phoneChanges.id))
    .limit(CHANGES_MAX);
  const isTheirOwn = changes.some(({ changedAt }) => changedAt >= (until ?? Infinity));
  const before = changes[0]?.oldPhone ?? null;
  const [user] = await tx
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  if (!user || before === null || isTheirOwn) return null;
  // Whoever opened an account with it and never proved that it is theirs may have done so to be in the way.
  const isOthers = and(eq(users.phone, before), ne(users.id, userId));
  const isUnproven = and(isNull(users.phoneProvenAt), eq(users.role, "buyer"));
  await tx.update(users).set({ phone: users.id }).where(and(isOthers, isUnproven));
  const kind = (await tx.$count(users, isOthers)) > 0 ? "taken" : "back";
  const phone = kind === "back" ? before : userId;
  await tx.update(users).set({ phone }).where(eq(users.id, userId));
  await tx
    .update(phoneChanges)
    .set({ undoneAt: now() })
    .where(and(ofUser, gte(phoneChanges.changedAt, since)));
  return { from: user.phone, to: before, kind };
}
