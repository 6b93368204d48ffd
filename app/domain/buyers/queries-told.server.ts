import { and, asc, eq, inArray } from "drizzle-orm";
import { notices, pushSubscriptions } from "~db/schema/notices";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { OWN_MAX } from "./queries-own.server";
import type { PersonData } from "./types-export";

/** What the buyer of these purchases was told of, whether it reached them or not. */
export async function listNotices(purchaseIds: readonly string[]): Promise<PersonData["notices"]> {
  const isTheirs = inArray(notices.recipientId, [...purchaseIds]);
  const rows = await reader()
    .select()
    .from(notices)
    .where(and(eq(notices.recipientKind, "buyer"), isTheirs))
    .orderBy(asc(notices.createdAt), asc(notices.id))
    .limit(OWN_MAX);
  return rows.map(({ kind, status, channel, createdAt, sentAt, facts }) => ({
    kind,
    status,
    channel,
    createdAt: isoInstant(createdAt),
    sentAt: sentAt === null ? null : isoInstant(sentAt),
    facts,
  }));
}

/** Browsers that are told of these purchases, or of the households of this person. */
export async function listToldBrowsers(
  ownerIds: readonly string[],
): Promise<PersonData["toldBrowsers"]> {
  const rows = await reader()
    .select({ endpoint: pushSubscriptions.endpoint, createdAt: pushSubscriptions.createdAt })
    .from(pushSubscriptions)
    .where(inArray(pushSubscriptions.ownerId, [...ownerIds]))
    .orderBy(asc(pushSubscriptions.createdAt))
    .limit(OWN_MAX);
  return rows.map(({ endpoint, createdAt }) => ({
    service: new URL(endpoint).host,
    since: isoInstant(createdAt),
  }));
}
