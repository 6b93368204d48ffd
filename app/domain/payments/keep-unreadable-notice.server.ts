import { eq } from "drizzle-orm";
import { unreadableNotices } from "~db/schema/payments";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { seal } from "~/platform/seal.server";
import type { BankNotice } from "./bank-notice";
import { hashOfBody } from "./line-hashes.server";

export type UnreadableNotice = { provider: BankNotice["provider"]; rawBody: string };
export type KeptUnreadableNotice = { isNew: boolean; unreadableNoticeId: string };

/**
 * Keeps a genuine notice that nobody could read, as it came and once: a retry with the same body is not new.
 * Whoever calls has checked who sent it and how long it is.
 */
export async function keepUnreadableNotice(
  tx: Transaction,
  { provider, rawBody }: UnreadableNotice,
): Promise<KeptUnreadableNotice> {
  const contentHash = hashOfBody(rawBody);
  const [known] = await tx
    .select({ id: unreadableNotices.id })
    .from(unreadableNotices)
    .where(eq(unreadableNotices.contentHash, contentHash))
    .limit(1);
  if (known) return { isNew: false, unreadableNoticeId: known.id };
  const id = newId("unr");
  await tx
    .insert(unreadableNotices)
    .values({ id, provider, sealedBody: seal(rawBody, id), contentHash, receivedAt: now() });
  return { isNew: true, unreadableNoticeId: id };
}
