import { and, asc, eq, gt, gte, inArray, lt, or } from "drizzle-orm";
import { alias } from "~db/dialect";
import { orders, checkouts } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import { returnRequests } from "~db/schema/returns";
import { disbursements, ledgerAccounts, transfers } from "~db/schema/settlement";
import { letOthersWork, reader } from "~/platform/db.server";
import { addMonths, type Month } from "~/platform/period";
import type { JournalEntry } from "./types-reconciliation";

const PAGE_ENTRIES = 500;
const PAGES_MAX = 1_000_000;

/** Every transfer of a month in the order of posting, some hundreds at a time: a year's journal takes no more memory. */
export async function* journalOf(month: Month): AsyncGenerator<JournalEntry[]> {
  let after = { localDate: `${month}-01`, id: "" };
  const until = `${addMonths(month, 1)}-01`;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const entries = await listEntries(after, until);
    if (entries.length > 0) yield entries;
    const last = entries.at(-1);
    if (!last || entries.length < PAGE_ENTRIES) return;
    after = last;
    await letOthersWork();
  }
}

async function listEntries(
  after: { localDate: string; id: string },
  until: string,
): Promise<JournalEntry[]> {
  const debited = alias(ledgerAccounts, "debited");
  const credited = alias(ledgerAccounts, "credited");
  const { localDate, id } = transfers;
  const rows = await reader()
    .select({
      id,
      localDate,
      debitKind: debited.kind,
      creditKind: credited.kind,
      amountVnd: transfers.amountVnd,
      reason: transfers.reason,
      referenceId: transfers.referenceId,
    })
    .from(transfers)
    .innerJoin(debited, eq(debited.id, transfers.debitAccountId))
    .innerJoin(credited, eq(credited.id, transfers.creditAccountId))
    .where(
      and(
        gte(localDate, after.localDate),
        lt(localDate, until),
        or(gt(localDate, after.localDate), gt(id, after.id)),
      ),
    )
    .orderBy(asc(localDate), asc(id))
    .limit(PAGE_ENTRIES);
  const codes = await codesOf([...new Set(rows.map(({ referenceId }) => referenceId))]);
  return rows.map(({ referenceId, ...row }) => ({
    ...row,
    // What has no code of ours has the provider's: a charge, a dispute.
    code: codes.get(referenceId) ?? referenceId,
  }));
}

/** What people call the things that these ids are of. */
async function codesOf(ids: string[]): Promise<Map<string, string>> {
  const db = reader();
  const { bankReference, providerTransactionId } = bankTransactions;
  const lines = await db
    .select({ id: bankTransactions.id, bankReference, providerTransactionId })
    .from(bankTransactions)
    .where(inArray(bankTransactions.id, ids));
  const rows = [
    ...lines.map((line) => ({
      id: line.id,
      code: line.bankReference ?? line.providerTransactionId,
    })),
    ...(await db
      .select({ id: orders.id, code: orders.code })
      .from(orders)
      .where(inArray(orders.id, ids))),
    ...(await db
      .select({ id: payments.id, code: payments.reference })
      .from(payments)
      .where(inArray(payments.id, ids))),
    ...(await db
      .select({ id: checkouts.id, code: checkouts.code })
      .from(checkouts)
      .where(inArray(checkouts.id, ids))),
    ...(await db
      .select({ id: disbursements.id, code: disbursements.code })
      .from(disbursements)
      .where(inArray(disbursements.id, ids))),
    ...(await db
      .select({ id: returnRequests.id, code: returnRequests.code })
      .from(returnRequests)
      .where(inArray(returnRequests.id, ids))),
  ];
  return new Map(rows.map(({ id, code }) => [id, code]));
}
