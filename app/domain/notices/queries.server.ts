import { and, count, desc, eq, gt, sql } from "drizzle-orm";
import { contracts } from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { notices } from "~db/schema/notices";
import { checkouts } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import { maskPhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { NOTICE_STATUSES, type NoticeStatus } from "./notice-status";
import type { NoticePage } from "./types";

const PAGE_SIZE = 20;
/** Of whoever it goes to: ids of no two tables are the same. */
const PHONE = sql<string>`coalesce(${checkouts.buyerPhone}, ${contracts.buyerPhone}, ${preorders.buyerPhone}, ${households.phone}, '')`;
/** The counts are of this many days. */
const COUNTED_DAYS = 30;

/** How many of the last 30 days stand how. */
export async function countNotices(): Promise<Record<NoticeStatus, number>> {
  const since = now() - COUNTED_DAYS * DAY_MS;
  const counts = await Promise.all(
    NOTICE_STATUSES.map(async (status) => {
      const isCounted = and(eq(notices.status, status), gt(notices.createdAt, since));
      return [status, await reader().$count(notices, isCounted)] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<NoticeStatus, number>;
}

/** Notices, the newest first, 20 a page; of one state, or of all. Phones are masked. */
export async function listNotices(params: {
  status: NoticeStatus | null;
  page: number;
}): Promise<NoticePage> {
  const isListed = params.status === null ? undefined : eq(notices.status, params.status);
  const [counted] = await reader().select({ all: count() }).from(notices).where(isListed);
  const noticeCount = counted?.all ?? 0;
  const pageCount = Math.max(1, Math.ceil(noticeCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const rows = await reader()
    .select({
      notice: notices,
      phone: PHONE,
    })
    .from(notices)
    .leftJoin(checkouts, eq(checkouts.id, notices.recipientId))
    .leftJoin(contracts, eq(contracts.id, notices.recipientId))
    .leftJoin(preorders, eq(preorders.id, notices.recipientId))
    .leftJoin(households, eq(households.id, notices.recipientId))
    .where(isListed)
    .orderBy(...(params.status === null ? [] : [desc(notices.createdAt)]), desc(notices.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    noticeCount,
    page,
    pageCount,
    notices: rows.map(({ notice, phone }) => ({
      id: notice.id,
      kind: notice.kind,
      recipientKind: notice.recipientKind,
      language: notice.language,
      facts: notice.facts,
      status: notice.status,
      channel: notice.channel,
      cause: notice.cause,
      createdAt: notice.createdAt,
      dueAt: notice.dueAt,
      worthUntil: notice.worthUntil,
      sentAt: notice.sentAt,
      maskedPhone: maskPhone(phone),
    })),
  };
}
