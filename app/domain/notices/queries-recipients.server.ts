import { and, count, eq, gt, inArray, isNotNull, type SQL } from "drizzle-orm";
import { documents, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { contracts } from "~db/schema/contracts";
import { householdMembers, households, profileChanges } from "~db/schema/households";
import { emailAddresses, notices, pushSubscriptions } from "~db/schema/notices";
import { checkouts, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { preorders } from "~db/schema/preorders";
import { returnRequests } from "~db/schema/returns";
import { isShown, loadRenewed } from "~/domain/certificates/queries-renewal.server";
import { normalisePhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS, localDateOf } from "~/platform/period";
import type { PushAddress } from "./channel";
import {
  NOTICE_PURCHASES,
  type NoticePurchase,
  type NoticeRecipient,
  type NoticeSubject,
} from "./notice-status";

const MEMBERS_MAX = 20;
const BROWSERS_MAX = 20;

export type Addresses = { phone: string | null; emails: string[]; browsers: PushAddress[] };

/** Where a recipient can be reached at this moment. */
export async function loadAddresses(to: {
  recipientKind: NoticeRecipient;
  recipientId: string;
  subjectKind: NoticeSubject;
}): Promise<Addresses> {
  return to.recipientKind === "buyer"
    ? buyerAddresses(purchaseOf(to.subjectKind), to.recipientId)
    : householdAddresses(to.recipientId);
}

/** What a buyer who is told of this has bought: orders and what is given back are of a checkout. */
function purchaseOf(subject: NoticeSubject): NoticePurchase {
  return NOTICE_PURCHASES.find((purchase) => purchase === subject) ?? "checkout";
}

/** Of whoever signed in to buy the e-mail too; a browser was named on the order's own page. */
async function buyerAddresses(purchase: NoticePurchase, id: string): Promise<Addresses> {
  const [buyer] = await selectBuyer(purchase, id);
  return {
    phone: normalisePhone(buyer?.phone ?? ""),
    emails: buyer?.buyerId ? await listEmails([buyer.buyerId]) : [],
    browsers: await listBrowsers([id]),
  };
}

function selectBuyer(
  purchase: NoticePurchase,
  id: string,
): PromiseLike<{ phone: string; buyerId: string | null }[]> {
  const from = <Table extends (typeof PURCHASE_TABLES)[NoticePurchase]>(table: Table) => {
    const isIt: SQL = eq(table.id, id);
    const buyer = { phone: table.buyerPhone, buyerId: table.buyerId };
    return reader().select(buyer).from(table).where(isIt).limit(1);
  };
  return from(PURCHASE_TABLES[purchase]);
}

export const PURCHASE_TABLES = {
  checkout: checkouts,
  contract: contracts,
  preorder: preorders,
} as const;

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

/** Messages that were paid for to this number since yesterday, for what was bought in its name. */
export async function countSentToPhone(phone: string): Promise<number> {
  const counts = await Promise.all(
    Object.values(PURCHASE_TABLES).map((table) =>
      reader()
        .select({ sentCount: count() })
        .from(notices)
        .innerJoin(table, eq(table.id, notices.recipientId))
        .where(
          and(
            eq(table.buyerPhone, phone),
            gt(notices.sentAt, now() - DAY_MS),
            inArray(notices.channel, ["sms", "zalo"]),
          ),
        ),
    ),
  );
  return counts.flat().reduce((sum, { sentCount }) => sum + sentCount, 0);
}

/** How what a notice is about stands at this moment. */
export async function subjectStatus(
  kind: NoticeSubject,
  subjectId: string,
): Promise<string | undefined> {
  if (kind === "certificate") return certificateStatus(subjectId);
  const [row] = await (kind === "licence"
    ? selectLicenceStatus(subjectId)
    : selectStatus(kind, subjectId));
  return row?.status;
}

/**
 * Nothing of one that was confirmed and is followed by another, or that no product shows any more. Once it has ended, one
 * that only waits does not help: the stars are gone.
 */
async function certificateStatus(id: string): Promise<string | undefined> {
  const [row] = await reader()
    .select({ status: certificates.status, expiresOn: certificates.expiresOn })
    .from(certificates)
    .where(eq(certificates.id, id))
    .limit(1);
  if (row?.status !== "confirmed") return row?.status;
  if (row.expiresOn <= localDateOf(now())) {
    return (await isShown(reader(), id)) ? row.status : undefined;
  }
  return (await loadRenewed(reader(), [id])).has(id) ? undefined : row.status;
}

/** Nothing once its household has one that is valid longer. */
function selectLicenceStatus(documentId: string): PromiseLike<{ status: string }[]> {
  const isLast = eq(households.alcoholLicensedUntil, documents.expiresOn);
  return reader()
    .select({ status: documents.status })
    .from(documents)
    .innerJoin(households, and(eq(households.id, documents.householdId), isLast))
    .where(eq(documents.id, documentId))
    .limit(1);
}

type StoredSubject = keyof typeof SUBJECT_TABLES;

function selectStatus(kind: StoredSubject, subjectId: string): PromiseLike<{ status: string }[]> {
  const from = <Table extends (typeof SUBJECT_TABLES)[StoredSubject]>(table: Table) => {
    const isIt: SQL = eq(table.id, subjectId);
    return reader().select({ status: table.status }).from(table).where(isIt).limit(1);
  };
  return from(SUBJECT_TABLES[kind]);
}

const SUBJECT_TABLES = {
  checkout: checkouts,
  order: orders,
  return: returnRequests,
  contract: contracts,
  preorder: preorders,
  payment: payments,
  product: products,
  profile: profileChanges,
  document: documents,
  household: households,
} as const;
