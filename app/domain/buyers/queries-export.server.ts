import { asc, desc, eq, inArray } from "drizzle-orm";
import { wishes } from "~db/schema/buyers";
import { products } from "~db/schema/catalog";
import { contracts } from "~db/schema/contracts";
import { phoneChanges, sessions, users } from "~db/schema/identity";
import { checkouts } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import { posts } from "~db/schema/reviews";
import { findEmail } from "~/domain/notices/queries-email.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { WISHES_MAX } from "./book-sizes";
import type { BuyersThing } from "~/domain/identity/queries-gone.server";
import { listClaimData } from "./queries-claims.server";
import { listContracts } from "./queries-contracts.server";
import { listOwnPurchaseIds, listOwnPostIds, listReviewIds, OWN_MAX } from "./queries-own.server";
import { listPreorders } from "./queries-preorders.server";
import { listPurchases } from "./queries-purchases.server";
import { listRefundAccounts } from "./queries-refund-accounts.server";
import { listNotices, listToldBrowsers } from "./queries-told.server";
import { listAddresses } from "./queries.server";
import type { PersonData } from "./types-export";

const SESSIONS_MAX = 1_000;
const PHONE_CHANGES_MAX = 1_000;

/** Everything that the market knows of a signed-in person (right of access: Personal Data Protection Law 91/2025). */
export async function exportPerson(userId: string): Promise<PersonData> {
  const purchaseIds = await listOwnPurchaseIds(reader(), userId);
  return {
    ...nothing(),
    account: await findAccountData(userId),
    addresses: (await listAddresses(userId)).map((address) => ({
      fullName: address.fullName,
      phone: address.phone,
      communeCode: address.communeCode,
      place: address.placeName,
      addressLine: address.addressLine,
    })),
    savedProducts: await listSavedProducts(userId),
    purchases: await listPurchases(eq(checkouts.buyerId, userId)),
    preorders: await listPreorders(eq(preorders.buyerId, userId)),
    contracts: await listContracts(eq(contracts.buyerId, userId)),
    posts: await listPosts(await listOwnPostIds(reader(), userId)),
    transferClaims: await listClaimData(purchaseIds),
    notices: await listNotices(purchaseIds),
    refundAccounts: await listRefundAccounts(purchaseIds),
    toldBrowsers: await listToldBrowsers([userId, ...purchaseIds]),
    sessions: await listSessions(userId),
    phoneChanges: await listPhoneChanges(userId),
  };
}

/**
 * The same of one purchase, contract or place on a list, for who has its link; the caller has checked the key. Null when
 * there is none.
 */
export async function exportPurchase({ thing, code }: BuyersThing): Promise<PersonData | null> {
  const table = { order: checkouts, preorder: preorders, contract: contracts }[thing];
  const [row] = await reader()
    .select({ id: table.id })
    .from(table)
    .where(eq(table.code, code))
    .limit(1);
  if (!row) return null;
  const isThis = eq(table.id, row.id);
  const isOrder = thing === "order";
  return {
    ...nothing(),
    purchases: isOrder ? await listPurchases(isThis) : [],
    preorders: thing === "preorder" ? await listPreorders(isThis) : [],
    contracts: thing === "contract" ? await listContracts(isThis) : [],
    posts: isOrder ? await listPosts(await listReviewIds(reader(), isThis)) : [],
    transferClaims: isOrder ? await listClaimData([row.id]) : [],
    notices: await listNotices([row.id]),
    refundAccounts: await listRefundAccounts([row.id]),
    toldBrowsers: await listToldBrowsers([row.id]),
  };
}

function nothing(): PersonData {
  return {
    format: "cho-phien.person-data",
    version: 1,
    madeAt: isoInstant(now()),
    account: null,
    addresses: [],
    savedProducts: [],
    purchases: [],
    preorders: [],
    contracts: [],
    posts: [],
    transferClaims: [],
    notices: [],
    refundAccounts: [],
    toldBrowsers: [],
    sessions: [],
    phoneChanges: [],
  };
}

async function findAccountData(userId: string): Promise<PersonData["account"]> {
  const [row] = await reader().select().from(users).where(eq(users.id, userId)).limit(1);
  if (!row) return null;
  const { fullName, phone, role, language, createdAt, seenAt } = row;
  const email = (await findEmail(userId))?.email ?? null;
  const lastSeenAt = seenAt === null ? null : isoInstant(seenAt);
  const moments = { openedAt: isoInstant(createdAt), lastSeenAt };
  return { fullName, phone, role, language, email, ...moments };
}

async function listSavedProducts(userId: string): Promise<PersonData["savedProducts"]> {
  const rows = await reader()
    .select({ product: products.slug, wishedAt: wishes.wishedAt })
    .from(wishes)
    .innerJoin(products, eq(products.id, wishes.productId))
    .where(eq(wishes.userId, userId))
    .orderBy(desc(wishes.wishedAt))
    .limit(WISHES_MAX);
  return rows.map(({ product, wishedAt }) => ({ product, savedAt: isoInstant(wishedAt) }));
}

async function listPosts(ids: readonly string[]): Promise<PersonData["posts"]> {
  const rows = await reader()
    .select()
    .from(posts)
    .where(inArray(posts.id, [...ids]))
    .orderBy(asc(posts.writtenAt), asc(posts.id))
    .limit(OWN_MAX);
  return rows.map(({ kind, stars, text, shownName, status, writtenAt }) => ({
    kind,
    stars,
    text,
    shownName,
    status,
    writtenAt: isoInstant(writtenAt),
  }));
}

async function listSessions(userId: string): Promise<PersonData["sessions"]> {
  const rows = await reader()
    .select({ expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(sessions.expiresAt))
    .limit(SESSIONS_MAX);
  return rows.map(({ expiresAt }) => ({ endsAt: isoInstant(expiresAt) }));
}

async function listPhoneChanges(userId: string): Promise<PersonData["phoneChanges"]> {
  const { oldPhone, newEnding, changedAt, undoneAt } = phoneChanges;
  const rows = await reader()
    .select({ oldPhone, newEnding, changedAt, undoneAt })
    .from(phoneChanges)
    .where(eq(phoneChanges.userId, userId))
    .orderBy(asc(changedAt), asc(phoneChanges.id))
    .limit(PHONE_CHANGES_MAX);
  return rows.map((row) => ({
    from: row.oldPhone ?? "",
    to: row.newEnding,
    changedAt: isoInstant(row.changedAt),
    undoneAt: row.undoneAt === null ? null : isoInstant(row.undoneAt),
  }));
}
