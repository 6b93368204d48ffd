import { and, asc, between, desc, eq, ne } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { bankTransactions, payments } from "~db/schema/payments";
import { transferClaims } from "~db/schema/payments-claims";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { CLAIMS_MAX } from "./claim-status";
import { mayClaim } from "./may-claim";
import type { ClaimPage, LikelyLine, OwnClaim } from "./types-claim";

const PAGE_SIZE = 20;
const LIKELY_LINES_MAX = 5;
/** Banks book at night and over a weekend, and people mistake the day. */
const NEAR_MS = 3 * DAY_MS;

const own = {
  id: transferClaims.id,
  status: transferClaims.status,
  amountVnd: transferClaims.amountVnd,
  transferredAt: transferClaims.transferredAt,
  sentAt: transferClaims.sentAt,
  answer: transferClaims.answer,
};

/** What the buyer of a checkout has said, the newest first. */
export async function listOwnClaims(checkoutId: string): Promise<OwnClaim[]> {
  return reader()
    .select(own)
    .from(transferClaims)
    .where(eq(transferClaims.checkoutId, checkoutId))
    .orderBy(desc(transferClaims.sentAt), desc(transferClaims.id))
    .limit(CLAIMS_MAX);
}

/** The same for the order's page, and whether more may be said. */
export async function findOwnClaims(
  checkoutId: string,
  payment: Parameters<typeof mayClaim>[0],
): Promise<{ claims: OwnClaim[]; mayClaim: boolean }> {
  return { claims: await listOwnClaims(checkoutId), mayClaim: mayClaim(payment) };
}

/** How many of a checkout's claims there are, and how many still wait. */
export async function countClaims(
  db: ReadDatabase,
  checkoutId: string,
): Promise<{ claimCount: number; openCount: number }> {
  const isOf = eq(transferClaims.checkoutId, checkoutId);
  return {
    claimCount: await db.$count(transferClaims, isOf),
    openCount: await db.$count(transferClaims, and(isOf, eq(transferClaims.status, "open"))),
  };
}

/** How many wait for the department; out of an index. */
export async function countOpenClaims(): Promise<number> {
  return reader().$count(transferClaims, eq(transferClaims.status, "open"));
}

/** Claims that wait, the oldest first, or those that are done, the newest first; 20 a page. */
export async function listClaims(params: { isOpen: boolean; page: number }): Promise<ClaimPage> {
  const { isOpen } = params;
  const condition = isOpen ? eq(transferClaims.status, "open") : ne(transferClaims.status, "open");
  const claimCount = await reader().$count(transferClaims, condition);
  const pageCount = Math.max(1, Math.ceil(claimCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const order = isOpen ? asc : desc;
  const rows = await reader()
    .select({
      ...own,
      checkoutCode: payments.reference,
      bankReference: transferClaims.bankReference,
      photo: transferClaims.photo,
      dueVnd: payments.dueVnd,
      capturedVnd: payments.capturedVnd,
      answeredBy: users.fullName,
    })
    .from(transferClaims)
    .innerJoin(payments, eq(payments.checkoutId, transferClaims.checkoutId))
    .leftJoin(users, eq(users.id, transferClaims.answeredById))
    .where(condition)
    .orderBy(order(transferClaims.sentAt), order(transferClaims.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const claims = await Promise.all(
    rows.map(async ({ photo, dueVnd, capturedVnd, ...claim }) => ({
      ...claim,
      hasPhoto: photo !== null,
      remainingVnd: Math.max(0, dueVnd - capturedVnd),
      likelyLines: isOpen ? await listLikelyLines(claim) : [],
    })),
  );
  return { claims, page, pageCount, claimCount };
}

async function listLikelyLines(claim: {
  amountVnd: number;
  transferredAt: number;
}): Promise<LikelyLine[]> {
  return reader()
    .select({
      id: bankTransactions.id,
      occurredAt: bankTransactions.occurredAt,
      content: bankTransactions.content,
    })
    .from(bankTransactions)
    .where(
      and(
        between(
          bankTransactions.occurredAt,
          claim.transferredAt - NEAR_MS,
          claim.transferredAt + NEAR_MS,
        ),
        eq(bankTransactions.status, "suspense"),
        eq(bankTransactions.direction, "in"),
        eq(bankTransactions.amountVnd, claim.amountVnd),
      ),
    )
    .orderBy(asc(bankTransactions.occurredAt))
    .limit(LIKELY_LINES_MAX);
}

/** A claim as a command needs it, or null. */
export async function loadClaim(db: ReadDatabase, claimId: string) {
  const [row] = await db
    .select({
      id: transferClaims.id,
      checkoutId: transferClaims.checkoutId,
      status: transferClaims.status,
      photo: transferClaims.photo,
    })
    .from(transferClaims)
    .where(eq(transferClaims.id, claimId))
    .limit(1);
  return row ?? null;
}
