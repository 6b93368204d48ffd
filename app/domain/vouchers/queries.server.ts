import { desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { checkouts } from "~db/schema/orders";
import { accountBalances } from "~db/schema/settlement";
import { voucherProgrammes, voucherUses } from "~db/schema/vouchers";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { programmeAccountId, sumPaidIn } from "./queries-records.server";
import { programmeStateOn } from "./programme-state";
import type { ProgrammeLine, ProgrammePage, ProgrammeView } from "./types";
import { normaliseVoucherCode } from "./voucher-code";

const PAGE_SIZE = 30;

/** All programmes, newest first, 30 a page, each with what it owes us. */
export async function listProgrammes(asked: number): Promise<ProgrammePage> {
  const db = reader();
  const programmeCount = await db.$count(voucherProgrammes);
  const pageCount = Math.max(1, Math.ceil(programmeCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  const rows = await db
    .select({ programme: voucherProgrammes, balanceVnd: accountBalances.balanceVnd })
    .from(voucherProgrammes)
    .leftJoin(
      accountBalances,
      eq(accountBalances.accountId, sql`'voucher:' || ${voucherProgrammes.id}`),
    )
    .orderBy(desc(voucherProgrammes.createdAt), desc(voucherProgrammes.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const programmes = rows.map(({ programme, balanceVnd }) => lineOf(programme, balanceVnd));
  return { programmes, programmeCount, page, pageCount };
}

function lineOf(
  row: typeof voucherProgrammes.$inferSelect,
  balanceVnd: number | null,
): ProgrammeLine {
  const { id, code, name, valueVnd, startsOn, endsOn, usesMax, usedCount, isSample } = row;
  const state = programmeStateOn(localDateOf(now()), row);
  const terms = { id, code, name, valueVnd, startsOn, endsOn, usesMax, usedCount, isSample };
  return { ...terms, state, owesVnd: balanceVnd ?? 0 };
}

/** One programme with its money and the checkouts that used it, newest first, 30 a page; null when there is none. */
export async function findProgramme(typed: string, asked: number): Promise<ProgrammeView | null> {
  const db = reader();
  const code = normaliseVoucherCode(typed);
  if (code === null) return null;
  const agreer = alias(users, "agreer");
  const [found] = await db
    .select({
      row: voucherProgrammes,
      createdByName: users.fullName,
      agreedByName: agreer.fullName,
    })
    .from(voucherProgrammes)
    .leftJoin(users, eq(users.id, voucherProgrammes.createdById))
    .leftJoin(agreer, eq(agreer.id, voucherProgrammes.agreedById))
    .where(eq(voucherProgrammes.code, code))
    .limit(1);
  if (!found) return null;
  const { row, createdByName, agreedByName } = found;
  const isOfIt = eq(voucherUses.programmeId, row.id);
  const useCount = await db.$count(voucherUses, isOfIt);
  const pageCount = Math.max(1, Math.ceil(useCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  // By the index alone: of uses on earlier pages neither row nor checkout is read.
  const ofPage = db
    .select({ id: voucherUses.id })
    .from(voucherUses)
    .where(isOfIt)
    .orderBy(desc(voucherUses.takenAt), desc(voucherUses.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const uses = await db
    .select({
      checkoutCode: checkouts.code,
      amountVnd: voucherUses.amountVnd,
      takenAt: voucherUses.takenAt,
      givenBackAt: voucherUses.givenBackAt,
    })
    .from(voucherUses)
    .innerJoin(checkouts, eq(checkouts.id, voucherUses.checkoutId))
    .where(inArray(voucherUses.id, ofPage))
    .orderBy(desc(voucherUses.takenAt), desc(voucherUses.id))
    .limit(PAGE_SIZE);
  const { owesVnd, paidVnd } = await moneyOf(row.id);
  return {
    ...lineOf(row, owesVnd),
    leastVnd: row.leastVnd,
    createdById: row.createdById,
    createdByName,
    agreedByName,
    stoppedAt: row.stoppedAt,
    spentVnd: owesVnd + paidVnd,
    paidVnd,
    uses,
    useCount,
    page,
    pageCount,
  };
}

/** What it owes us now, below zero what we owe it, and what it has paid in, less what it was paid back. */
async function moneyOf(programmeId: string): Promise<{ owesVnd: number; paidVnd: number }> {
  const [account] = await reader()
    .select({ balanceVnd: accountBalances.balanceVnd })
    .from(accountBalances)
    .where(eq(accountBalances.accountId, programmeAccountId(programmeId)))
    .limit(1);
  return {
    owesVnd: account?.balanceVnd ?? 0,
    paidVnd: await sumPaidIn(reader(), programmeId),
  };
}
