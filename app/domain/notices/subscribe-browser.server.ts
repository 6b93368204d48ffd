import { and, asc, eq } from "drizzle-orm";
import { pushSubscriptions } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** Of one order or person; the oldest makes room. */
const BROWSERS_MAX = 5;

export type BrowserSubscription = {
  ownerKind: "checkout" | "user";
  ownerId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
};

/** Tells this browser from now on too. The same one again has its keys renewed. */
export async function subscribeBrowser(
  tx: Transaction,
  subscription: BrowserSubscription,
): Promise<void> {
  const { p256dh, auth, ownerId } = subscription;
  await tx
    .insert(pushSubscriptions)
    .values({ id: newId("psh"), ...subscription, createdAt: now() })
    .onConflictDoUpdate({
      target: [pushSubscriptions.ownerId, pushSubscriptions.endpoint],
      set: { p256dh, auth },
    });
  const all = await tx
    .select({ id: pushSubscriptions.id })
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.ownerId, ownerId))
    .orderBy(asc(pushSubscriptions.id));
  for (const { id } of all.slice(0, Math.max(0, all.length - BROWSERS_MAX))) {
    await tx
      .delete(pushSubscriptions)
      .where(and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.ownerId, ownerId)));
  }
}
