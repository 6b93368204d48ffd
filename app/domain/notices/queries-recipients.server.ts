import { and, count, eq, gt, inArray, isNotNull, type SQL } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { householdMembers, households, profileChanges } from "~db/schema/households";
import { emailAddresses, notices, pushSubscriptions } from "~db/schema/notices";
import { checkouts, orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { normalisePhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import type { PushAddress } from "./channel";
import type { NoticeRecipient, NoticeSubject } from "./notice-status";

const MEMBERS_MAX = 20;
const BROWSERS_MAX = 20;

export type Addresses = { phone: string | null; emails: string[]; browsers: PushAddress[] };

/** Where a recipient can be reached at this moment. */
export async function loadAddresses(to: {
  recipientKind: NoticeRecipient;
  recipientId: string;
}): Promise<Addresses> {
  return to.recipientKind === "buyer"
    ? buyerAddresses(to.recipientId)
    : householdAddresses(to.recipientId);
}

/** Of whoever signed in to buy the e-mail too; a browser was named on the order's own page. */
async function buyerAddresses(checkoutId: string): Promise<Addresses> {
  const [checkout] = await reader()
    .select({ phone: checkouts.buyerPhone, buyerId: checkouts.buyerId })
    .from(checkouts)
    .where(eq(checkouts.id, checkoutId))
    .limit(1);
  return {
    phone: normalisePhone(checkout?.phone ?? ""),
    emails: checkout?.buyerId ? await listEmails([checkout.buyerId]) : [],
    browsers: await listBrowsers([checkoutId]),
  };
}

/** One phone a household, which it has given us; e-mail and browsers of all who belong to it. */
async function householdAddresses(householdId: string): Promise<Addresses> {
  const [household] = await reader()
    .select({ phone: households.phone })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  const members = await reader()
    .select({ userId: householdMembers.userId })
    .from(householdMembers)
    .where(eq(householdMembers.householdId, householdId))
    .limit(MEMBERS_MAX);
  const userIds = members.map((member) => member.userId);
  return {
    phone: normalisePhone(household?.phone ?? ""),
    emails: await listEmails(userIds),
    browsers: await listBrowsers(userIds),
  };
}

async function listEmails(userIds: string[]): Promise<string[]> {
  const rows = await reader()
    .select({ email: emailAddresses.email })
    .from(emailAddresses)
    .where(and(inArray(emailAddresses.userId, userIds), isNotNull(emailAddresses.confirmedAt)))
    .limit(MEMBERS_MAX);
  return rows.map((row) => row.email);
}

async function listBrowsers(ownerIds: string[]): Promise<PushAddress[]> {
  const { id, endpoint, p256dh, auth } = pushSubscriptions;
  return reader()
    .select({ id, endpoint, p256dh, auth })
    .from(pushSubscriptions)
    .where(inArray(pushSubscriptions.ownerId, ownerIds))
    .limit(BROWSERS_MAX);
}

/** Messages that were paid for to this number since yesterday, for orders placed in its name. */
export async function countSentToPhone(phone: string): Promise<number> {
  const [row] = await reader()
    .select({ sentCount: count() })
    .from(notices)
    .innerJoin(checkouts, eq(checkouts.id, notices.recipientId))
    .where(
      and(
        eq(checkouts.buyerPhone, phone),
        gt(notices.sentAt, now() - DAY_MS),
        inArray(notices.channel, ["sms", "zalo"]),
      ),
    );
  return row?.sentCount ?? 0;
}

/** How what a notice is about stands at this moment. */
export async function subjectStatus(
  kind: NoticeSubject,
  subjectId: string,
): Promise<string | undefined> {
  const [row] = await selectStatus(kind, subjectId);
  return row?.status;
}

function selectStatus(kind: NoticeSubject, subjectId: string): PromiseLike<{ status: string }[]> {
  const from = <Table extends (typeof SUBJECT_TABLES)[NoticeSubject]>(table: Table) => {
    const isIt: SQL = eq(table.id, subjectId);
    return reader().select({ status: table.status }).from(table).where(isIt).limit(1);
  };
  return from(SUBJECT_TABLES[kind]);
}

const SUBJECT_TABLES = {
  checkout: checkouts,
  order: orders,
  return: returnRequests,
  product: products,
  profile: profileChanges,
  household: households,
} as const;
