import { asc, count, desc, eq, isNotNull, isNull, max } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { unreadableNotices } from "~db/schema/payments";
import { unreadableOutcomes } from "~db/schema/payments-unreadable";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { unseal } from "~/platform/seal.server";
import type { UnreadableNoticeCount } from "./types";
import type { UnreadableNoticePage, UnreadableNoticeView } from "./types-evidence";

const PAGE_SIZE = 20;
const isOutcomeOf = eq(unreadableOutcomes.noticeId, unreadableNotices.id);
const summary = {
  id: unreadableNotices.id,
  provider: unreadableNotices.provider,
  receivedAt: unreadableNotices.receivedAt,
  outcome: unreadableOutcomes.outcome,
  notedBy: users.fullName,
  notedAt: unreadableOutcomes.notedAt,
};

/** How many genuine notices nobody could read and nobody has settled since, and when the newest of them came. */
export async function countUnreadableNotices(): Promise<UnreadableNoticeCount> {
  const [row] = await reader()
    .select({ noticeCount: count(), newestReceivedAt: max(unreadableNotices.receivedAt) })
    .from(unreadableNotices)
    .leftJoin(unreadableOutcomes, isOutcomeOf)
    .where(isNull(unreadableOutcomes.noticeId));
  return row ?? { noticeCount: 0, newestReceivedAt: null };
}

/** Those that wait, the oldest first, or those that are settled, the newest first; 20 a page. */
export async function listUnreadableNotices(params: {
  isOpen: boolean;
  page: number;
}): Promise<UnreadableNoticePage> {
  const { isOpen } = params;
  const condition = (isOpen ? isNull : isNotNull)(unreadableOutcomes.noticeId);
  const [counted] = await reader()
    .select({ noticeCount: count() })
    .from(unreadableNotices)
    .leftJoin(unreadableOutcomes, isOutcomeOf)
    .where(condition);
  const noticeCount = counted?.noticeCount ?? 0;
  const pageCount = Math.max(1, Math.ceil(noticeCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const order = isOpen
    ? [asc(unreadableNotices.receivedAt), asc(unreadableNotices.id)]
    : [desc(unreadableOutcomes.notedAt), desc(unreadableNotices.id)];
  const notices = await reader()
    .select(summary)
    .from(unreadableNotices)
    .leftJoin(unreadableOutcomes, isOutcomeOf)
    .leftJoin(users, eq(users.id, unreadableOutcomes.notedById))
    .where(condition)
    .orderBy(...order)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { notices, page, pageCount, noticeCount };
}

/** One of them as it came, or null. Whoever calls notes the look. */
export async function openUnreadableNotice(
  db: ReadDatabase,
  noticeId: string,
): Promise<UnreadableNoticeView | null> {
  const [row] = await db
    .select({ ...summary, sealedBody: unreadableNotices.sealedBody })
    .from(unreadableNotices)
    .leftJoin(unreadableOutcomes, isOutcomeOf)
    .leftJoin(users, eq(users.id, unreadableOutcomes.notedById))
    .where(eq(unreadableNotices.id, noticeId))
    .limit(1);
  if (!row) return null;
  const { sealedBody, ...notice } = row;
  return { ...notice, body: unseal(sealedBody, notice.id) };
}

/** Whether somebody has said what came of it; null when there is no such notice. */
export async function isUnreadableSettled(
  db: ReadDatabase,
  noticeId: string,
): Promise<boolean | null> {
  const [row] = await db
    .select({ settledId: unreadableOutcomes.noticeId })
    .from(unreadableNotices)
    .leftJoin(unreadableOutcomes, isOutcomeOf)
    .where(eq(unreadableNotices.id, noticeId))
    .limit(1);
  return row ? row.settledId !== null : null;
}
