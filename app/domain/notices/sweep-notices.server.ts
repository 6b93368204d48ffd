import { and, asc, eq, inArray, isNotNull, lt, lte } from "drizzle-orm";
import { notices, pushSubscriptions } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";

const KEPT_DAYS = 90;
const BATCH_SIZE = 500;

/**
 * What was said is personal: 90 days later its facts go, unless they wait for a day that is still to come; that something
 * was told, of which kind, when and how, stays. A browser that asked to be told of one order is forgotten by then too.
 * Bounded; says whether there is more.
 */
export async function sweepNotices(tx: Transaction): Promise<{ isMore: boolean }> {
  const until = now() - KEPT_DAYS * DAY_MS;
  const old = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(isNotNull(notices.facts), lt(notices.createdAt, until), lte(notices.dueAt, now())))
    .orderBy(asc(notices.createdAt))
    .limit(BATCH_SIZE);
  const ids = old.map((notice) => notice.id);
  if (ids.length > 0) {
    await tx.update(notices).set({ facts: null }).where(inArray(notices.id, ids));
  }
  await tx
    .delete(pushSubscriptions)
    .where(
      and(eq(pushSubscriptions.ownerKind, "checkout"), lt(pushSubscriptions.createdAt, until)),
    );
  return { isMore: old.length === BATCH_SIZE };
}
