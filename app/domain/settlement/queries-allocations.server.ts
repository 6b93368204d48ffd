import { and, asc, desc, eq, gte, sum } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { checkouts } from "~db/schema/orders";
import { allocationParts, allocations, disbursements } from "~db/schema/settlement";
import { voucherProgrammes } from "~db/schema/vouchers";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import type { AllocationRecord, AllocationView } from "./types-allocations";

const MAX_ALLOCATIONS = 20;
const MAX_PARTS = 200;

/** The proposal for a line that waits for a second person, or null. */
export async function loadProposal(
  db: ReadDatabase,
  bankTransactionId: string,
): Promise<AllocationRecord | null> {
  const [proposal] = await db
    .select({
      id: allocations.id,
      proposedById: allocations.proposedById,
      proposedAt: allocations.proposedAt,
    })
    .from(allocations)
    .where(
      and(eq(allocations.bankTransactionId, bankTransactionId), eq(allocations.status, "proposed")),
    )
    .limit(1);
  if (!proposal) return null;
  const parts = await db
    .select({
      id: allocationParts.id,
      purpose: allocationParts.purpose,
      subjectId: allocationParts.subjectId,
      amountVnd: allocationParts.amountVnd,
    })
    .from(allocationParts)
    .where(eq(allocationParts.allocationId, proposal.id))
    .orderBy(asc(allocationParts.id))
    .limit(MAX_PARTS);
  return { ...proposal, parts: parts.map((part) => ({ ...part, amountVnd: vnd(part.amountVnd) })) };
}

/** What a person alone has said of lines since then: nobody cuts a large sum into small ones. */
export async function sumAllocatedAlone(
  db: ReadDatabase,
  { userId, since }: { userId: string; since: number },
): Promise<number> {
  const [row] = await db
    .select({ totalVnd: sum(allocationParts.amountVnd).mapWith(Number) })
    .from(allocations)
    .innerJoin(allocationParts, eq(allocationParts.allocationId, allocations.id))
    .where(
      and(
        eq(allocations.status, "done"),
        eq(allocations.proposedById, userId),
        eq(allocations.decidedById, userId),
        gte(allocations.decidedAt, since),
      ),
    );
  return row?.totalVnd ?? 0;
}

const decider = alias(users, "decider");

/** All that was said about a line, newest first. */
export async function listAllocations(bankTransactionId: string): Promise<AllocationView[]> {
  const rows = await reader()
    .select({
      id: allocations.id,
      status: allocations.status,
      note: allocations.note,
      proposedById: allocations.proposedById,
      proposedByName: users.fullName,
      proposedAt: allocations.proposedAt,
      decidedByName: decider.fullName,
      decidedAt: allocations.decidedAt,
      decisionNote: allocations.decisionNote,
    })
    .from(allocations)
    .innerJoin(users, eq(users.id, allocations.proposedById))
    .leftJoin(decider, eq(decider.id, allocations.decidedById))
    .where(eq(allocations.bankTransactionId, bankTransactionId))
    .orderBy(desc(allocations.proposedAt), desc(allocations.id))
    .limit(MAX_ALLOCATIONS);
  const parts = await listParts(bankTransactionId);
  return rows.map((row) => ({
    ...row,
    parts: parts
      .filter((part) => part.allocationId === row.id)
      .map(({ purpose, code, amountVnd }) => ({ purpose, code, amountVnd })),
  }));
}

async function listParts(bankTransactionId: string) {
  const rows = await reader()
    .select({
      allocationId: allocationParts.allocationId,
      purpose: allocationParts.purpose,
      orderCode: checkouts.code,
      disbursementCode: disbursements.code,
      voucherCode: voucherProgrammes.code,
      amountVnd: allocationParts.amountVnd,
    })
    .from(allocationParts)
    .innerJoin(allocations, eq(allocations.id, allocationParts.allocationId))
    .leftJoin(checkouts, eq(checkouts.id, allocationParts.subjectId))
    .leftJoin(disbursements, eq(disbursements.id, allocationParts.subjectId))
    .leftJoin(voucherProgrammes, eq(voucherProgrammes.id, allocationParts.subjectId))
    .where(eq(allocations.bankTransactionId, bankTransactionId))
    .orderBy(asc(allocationParts.id))
    .limit(MAX_PARTS);
  return rows.map(({ orderCode, disbursementCode, voucherCode, ...part }) => ({
    ...part,
    code: orderCode ?? disbursementCode ?? voucherCode,
  }));
}
