import { and, asc, eq, inArray } from "drizzle-orm";
import { bankPolls, bankTransactions, bankTransactionSightings } from "~db/schema/payments";
import { reader } from "~/platform/db.server";
import type { PolledProvider } from "./bank-notice";
import { hashOfFacts, identityOf, writeIdentity } from "./line-hashes.server";
import type { ToldLine } from "./read-bank-notices";

/** Until when a provider's list has been read, or null before the first time. */
export async function findPollCursor(provider: PolledProvider): Promise<number | null> {
  const [poll] = await reader()
    .select({ cursor: bankPolls.cursor })
    .from(bankPolls)
    .where(eq(bankPolls.provider, provider))
    .limit(1);
  return poll ? Number(poll.cursor) : null;
}

/** When the oldest line of the inbox was booked, or null while it is empty. */
export async function findOldestLine(): Promise<number | null> {
  const [line] = await reader()
    .select({ occurredAt: bankTransactions.occurredAt })
    .from(bankTransactions)
    .orderBy(asc(bankTransactions.occurredAt))
    .limit(1);
  return line?.occurredAt ?? null;
}

/** More than a list tells at once. */
const LINES_MAX = 20_000;

/** Without the lines that the inbox has word for word: each poll looks back, and would bring them all again. */
export async function withoutKnownLines(
  provider: PolledProvider,
  lines: readonly ToldLine[],
): Promise<ToldLine[]> {
  const ids = lines.flatMap((line) =>
    line.kind === "line" ? [line.notice.providerTransactionId] : [],
  );
  const known = new Set<string>();
  for (const table of [bankTransactions, bankTransactionSightings]) {
    const rows = await reader()
      .select({ id: table.providerTransactionId, contentHash: table.contentHash })
      .from(table)
      .where(and(eq(table.provider, provider), inArray(table.providerTransactionId, ids)))
      .limit(LINES_MAX);
    for (const row of rows) known.add(`${row.id} ${row.contentHash}`);
  }
  return lines.filter((line) => {
    if (line.kind === "unreadable") return true;
    const { notice } = line;
    const hashes = [hashOfFacts(notice), writeIdentity(identityOf(notice))];
    return !hashes.some((hash) => known.has(`${notice.providerTransactionId} ${hash}`));
  });
}
