import { and, eq, gt, inArray, lt, ne, notExists, or, sql } from "drizzle-orm";
import { bankTransactions, bankTransactionSightings } from "~db/schema/payments";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { DAY_MS, localDateOf, startOfDate } from "~/platform/period";
import { BANK_PROVIDERS, type BankNotice, type BankProvider } from "./bank-notice";
import { findReferences } from "./find-references";
import { foldReference, identityOf, readIdentity, type LineIdentity } from "./line-hashes.server";

/** Lines of one account, day, direction and amount that another provider told and this one did not yet. */
const CANDIDATES_MAX = 1_000;
const SAME_REFERENCE_MS = 4 * DAY_MS;

/**
 * The oldest line of the inbox that is the one told here, in the words of another provider; null when there is none.
 * Each line takes one report of each provider, so that of two transfers that look alike both count once two providers
 * have told of both, in whatever order they do: a class of like lines has as many as the provider that told most.
 * References decide where both sides have one, as those of a line count what its sightings told too.
 */
export async function findToldLine(tx: Transaction, notice: BankNotice): Promise<string | null> {
  const told = identityOf(notice);
  const candidates = await findCandidates(tx, notice);
  const knownAs = await identitiesOf(tx, candidates);
  const references = (id: string) =>
    (knownAs.get(id) ?? []).flatMap(({ byReference }) => (byReference ? [byReference] : []));
  const { byReference } = told;
  const codes = findReferences(notice.content);
  const byItsReference = candidates.find(
    ({ id, content }) =>
      byReference !== null &&
      references(id).includes(byReference) &&
      !nameOthers(codes, findReferences(content)),
  );
  const byItsMemo = () =>
    candidates.find(
      ({ id }) =>
        (byReference === null || references(id).length === 0) &&
        (knownAs.get(id) ?? []).some(({ byMemo }) => byMemo === told.byMemo),
    );
  return (byItsReference ?? byItsMemo())?.id ?? null;
}

/** Two memos that each name orders, and none in common, are of two transfers. */
function nameOthers(codes: readonly string[], others: readonly string[]): boolean {
  if (codes.length === 0 || others.length === 0) return false;
  return !codes.some((code) => others.includes(code));
}

const MAY_BE_KNOWN_MS = 2 * DAY_MS;

/**
 * True when another provider has told of money for the same order, of the same amount and within two days, that
 * nothing proves to be this line or another: the memos differ, and one has no reference or another spelling of it. A person
 * looks, because paying twice and losing a payment are both wrong.
 */
export async function mayBeKnown(
  tx: Transaction,
  { notice, bankTransactionId }: { notice: BankNotice; bankTransactionId: string },
): Promise<boolean> {
  const codes = findReferences(notice.content);
  if (codes.length === 0) return false;
  const { accountNumber, direction, amountVnd, occurredAt, provider } = notice;
  const told = await tx
    .select({
      content: bankTransactions.content,
      bankReference: bankTransactions.bankReference,
    })
    .from(bankTransactions)
    .where(
      and(
        sql`${bankTransactions.occurredAt} between ${occurredAt - MAY_BE_KNOWN_MS} and ${occurredAt + MAY_BE_KNOWN_MS}`,
        eq(bankTransactions.accountNumber, accountNumber),
        eq(bankTransactions.direction, direction),
        eq(bankTransactions.amountVnd, amountVnd),
        ne(bankTransactions.provider, provider),
        ne(bankTransactions.id, bankTransactionId),
        notExists(reportsBy(tx, provider)),
      ),
    )
    .limit(CANDIDATES_MAX);
  return told.some(
    ({ content, bankReference }) =>
      findReferences(content).some((code) => codes.includes(code)) &&
      !areOfTwoLines(bankReference, notice.bankReference),
  );
}

const RELATED_LENGTH_MIN = 6;

/** References that both sides tell and of which neither is a piece of the other, as `FT26326001` and `26326001`. */
function areOfTwoLines(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [foldReference(one), foldReference(other)];
  const isRelated = Math.min(a.length, b.length) >= RELATED_LENGTH_MIN;
  return !(isRelated && (a.includes(b) || b.includes(a)));
}

/** What this provider has told of a line that another told first. */
function reportsBy(tx: Transaction, provider: BankNotice["provider"]) {
  return tx
    .select({ id: bankTransactionSightings.id })
    .from(bankTransactionSightings)
    .where(
      and(
        eq(bankTransactionSightings.bankTransactionId, bankTransactions.id),
        eq(bankTransactionSightings.provider, provider),
      ),
    );
}

const selectLineOfOthers = builtOnce((db) =>
  db
    .select({ id: bankTransactions.id })
    .from(bankTransactions)
    .where(
      // Two seeks in the index; "another than this" would read all that this one has told.
      or(
        lt(bankTransactions.provider, sql.placeholder("provider")),
        gt(bankTransactions.provider, sql.placeholder("provider")),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Most installations have one provider: nothing is to be compared there. */
export async function hasLinesOfOthers(tx: Transaction, provider: BankProvider): Promise<boolean> {
  const [line] = await selectLineOfOthers(tx).execute({ provider });
  return line !== undefined;
}

type Candidate = Pick<
  typeof bankTransactions.$inferSelect,
  "id" | "accountNumber" | "direction" | "amountVnd" | "content" | "occurredAt" | "bankReference"
>;

async function findCandidates(tx: Transaction, notice: BankNotice): Promise<Candidate[]> {
  const { provider, accountNumber, direction, amountVnd, bankReference } = notice;
  const dayFrom = startOfDate(localDateOf(notice.occurredAt));
  const isOfTheDay = sql`${bankTransactions.occurredAt} between ${dayFrom} and ${dayFrom + DAY_MS - 1}`;
  const isNearby = sql`${bankTransactions.occurredAt} between ${notice.occurredAt - SAME_REFERENCE_MS} and ${notice.occurredAt + SAME_REFERENCE_MS}`;
  return tx
    .select({
      id: bankTransactions.id,
      accountNumber: bankTransactions.accountNumber,
      direction: bankTransactions.direction,
      amountVnd: bankTransactions.amountVnd,
      content: bankTransactions.content,
      occurredAt: bankTransactions.occurredAt,
      bankReference: bankTransactions.bankReference,
    })
    .from(bankTransactions)
    .where(
      and(
        bankReference === null
          ? isOfTheDay
          : or(
              // References of some banks begin anew: only what was booked at about the same time is the same.
              and(eq(bankTransactions.bankReference, bankReference), isNearby),
              isOfTheDay,
            ),
        eq(bankTransactions.accountNumber, accountNumber),
        eq(bankTransactions.direction, direction),
        eq(bankTransactions.amountVnd, amountVnd),
        ne(bankTransactions.provider, provider),
        notExists(reportsBy(tx, provider)),
      ),
    )
    .orderBy(bankTransactions.id)
    .limit(CANDIDATES_MAX);
}

/** All that each line was told as: by who told it first, and by the others since. */
async function identitiesOf(
  tx: Transaction,
  candidates: readonly Candidate[],
): Promise<Map<string, LineIdentity[]>> {
  const knownAs = new Map(candidates.map((line) => [line.id, [identityOf(line)]]));
  if (candidates.length === 0) return knownAs;
  const sightings = await tx
    .select({
      lineId: bankTransactionSightings.bankTransactionId,
      contentHash: bankTransactionSightings.contentHash,
    })
    .from(bankTransactionSightings)
    .where(inArray(bankTransactionSightings.bankTransactionId, [...knownAs.keys()]))
    .limit(CANDIDATES_MAX * BANK_PROVIDERS.length);
  for (const { lineId, contentHash } of sightings) {
    knownAs.get(lineId)?.push(readIdentity(contentHash));
  }
  return knownAs;
}
