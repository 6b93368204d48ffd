import { and, asc, count, desc, eq, inArray, sum, type SQL } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { households } from "~db/schema/households";
import { checkouts } from "~db/schema/orders";
import { disbursementEvents, disbursements, payoutBatches } from "~db/schema/settlement";
import { reader } from "~/platform/db.server";
import type { DisbursementStatus } from "./disbursement-status";
import { isWallet, payeePlaceName } from "./wallets";
import type {
  DisbursementPage,
  DisbursementSummary,
  DisbursementView,
} from "./types-disbursements";

const PAGE_SIZE = 30;
const MAX_SHOWN = 50;
const MAX_MOVES = 20;

/** What is sent or to be sent, newest first, 30 a page; `status` null shows all. */
export async function listDisbursements(params: {
  status: DisbursementStatus | null;
  page: number;
}): Promise<DisbursementPage> {
  const filter = params.status === null ? undefined : eq(disbursements.status, params.status);
  const [all] = await reader()
    .select({
      disbursementCount: count(),
      totalVnd: sum(disbursements.amountVnd).mapWith(Number),
    })
    .from(disbursements)
    .where(filter);
  const disbursementCount = all?.disbursementCount ?? 0;
  const pageCount = Math.max(1, Math.ceil(disbursementCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const rows = await selectSummaries(filter)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    disbursements: rows.map(summaryOf),
    disbursementCount,
    totalVnd: all?.totalVnd ?? 0,
    page,
    pageCount,
  };
}

/** How many stand so. */
export async function countDisbursements(status: DisbursementStatus): Promise<number> {
  return reader().$count(disbursements, eq(disbursements.status, status));
}

/** All that was ever sent or to be sent to an owner, newest first. */
export async function listDisbursementsOf(ownerId: string): Promise<DisbursementSummary[]> {
  const rows = await selectSummaries(eq(disbursements.ownerId, ownerId)).limit(MAX_SHOWN);
  return rows.map(summaryOf);
}

/**
 * What a line may have been: those that its memo names, whether they wait to leave, were withdrawn, or have left and come
 * back; and where money went, also those of just its amount that wait.
 */
export async function findAwaited(given: {
  direction: "in" | "out";
  amountVnd: number;
  codes: readonly string[];
}): Promise<DisbursementSummary[]> {
  const isApproved = eq(disbursements.status, "approved");
  const named = await selectSummaries(
    and(
      inArray(
        disbursements.status,
        given.direction === "in" ? ["paid"] : ["approved", "withdrawn"],
      ),
      inArray(disbursements.code, given.codes.slice(0, MAX_SHOWN)),
    ),
  ).limit(MAX_SHOWN);
  if (given.direction === "in") return named.map(summaryOf);
  const equal = await selectSummaries(
    and(isApproved, eq(disbursements.amountVnd, given.amountVnd)),
  ).limit(MAX_SHOWN);
  const byCode = new Map([...named, ...equal].map((row) => [row.code, summaryOf(row)]));
  return [...byCode.values()];
}

/** One disbursement with its moves, or null. */
export async function findDisbursement(code: string): Promise<DisbursementView | null> {
  const [row] = await selectSummaries(eq(disbursements.code, code)).limit(1);
  if (!row) return null;
  const moves = await reader()
    .select({
      toStatus: disbursementEvents.toStatus,
      actorName: users.fullName,
      note: disbursementEvents.note,
      occurredAt: disbursementEvents.occurredAt,
    })
    .from(disbursementEvents)
    .leftJoin(users, eq(users.id, disbursementEvents.actorId))
    .where(eq(disbursementEvents.disbursementId, row.id))
    .orderBy(asc(disbursementEvents.occurredAt), asc(disbursementEvents.id))
    .limit(MAX_MOVES);
  const { id, ownerId, preparedById, bankTransactionId } = row;
  return { ...summaryOf(row), id, ownerId, preparedById, bankTransactionId, moves };
}

const approver = alias(users, "approver");

function selectSummaries(where: SQL | undefined) {
  return reader()
    .select({
      id: disbursements.id,
      code: disbursements.code,
      kind: disbursements.kind,
      status: disbursements.status,
      ownerId: disbursements.ownerId,
      amountVnd: disbursements.amountVnd,
      bankBin: disbursements.bankBin,
      accountEnding: disbursements.accountEnding,
      orderCode: checkouts.code,
      householdName: households.name,
      householdSlug: households.slug,
      batchCode: payoutBatches.code,
      preparedAt: disbursements.preparedAt,
      preparedById: disbursements.preparedById,
      preparedByName: users.fullName,
      approvedByName: approver.fullName,
      bankTransactionId: disbursements.bankTransactionId,
    })
    .from(disbursements)
    .innerJoin(users, eq(users.id, disbursements.preparedById))
    .leftJoin(approver, eq(approver.id, disbursements.approvedById))
    .leftJoin(checkouts, eq(checkouts.id, disbursements.checkoutId))
    .leftJoin(payoutBatches, eq(payoutBatches.id, disbursements.batchId))
    .leftJoin(
      households,
      and(eq(disbursements.kind, "payout"), eq(households.id, disbursements.ownerId)),
    )
    .where(where)
    .orderBy(desc(disbursements.preparedAt), desc(disbursements.id))
    .$dynamic();
}

type SummaryRow = Omit<DisbursementSummary, "bankName" | "isWallet" | "payout"> & {
  bankBin: string;
  householdName: string | null;
  householdSlug: string | null;
  batchCode: string | null;
};

function summaryOf(row: SummaryRow): DisbursementSummary {
  const { householdName, householdSlug, batchCode } = row;
  const isPayout = householdName !== null && householdSlug !== null && batchCode !== null;
  return {
    code: row.code,
    kind: row.kind,
    payout: isPayout ? { householdName, householdSlug, batchCode } : null,
    status: row.status,
    amountVnd: row.amountVnd,
    bankName: payeePlaceName(row.bankBin),
    isWallet: isWallet(row.bankBin),
    accountEnding: row.accountEnding,
    orderCode: row.orderCode,
    preparedAt: row.preparedAt,
    preparedByName: row.preparedByName,
    approvedByName: row.approvedByName,
  };
}
