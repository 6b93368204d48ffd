import { and, eq, sql } from "drizzle-orm";
import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
} from "~db/schema/payments";
import { now } from "~/platform/clock.server";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
import { localDateOf, startOfDate } from "~/platform/period";
import { seal } from "~/platform/seal.server";
import type { BankNotice } from "./bank-notice";
import { findToldLine, hasLinesOfOthers } from "./find-told-line.server";
import {
  foldMemo,
  hashOfFacts,
  identityOf,
  readIdentity,
  writeIdentity,
} from "./line-hashes.server";

export type RecordedBankTransaction = { bankTransactionId: string; contentHash: string } & (
  | { kind: "duplicate" | "sighting" | "conflict" }
  /** `othersTell`: another provider tells of lines too, and may have told of this one in other words. */
  | { kind: "recorded"; othersTell: boolean }
);
type Told = { notice: BankNotice; rawBody: string; contentHash: string };

/**
 * Puts a reported line into the inbox, once. Within a provider its own id decides. `duplicate`: the same line again,
 * by retry or poll. `conflict`: its id with another amount, account, direction, memo or time; the first stands, the
 * other is kept beside it for a person, once. `sighting`: the line is there in the words of another provider; kept as
 * evidence and no second money. A new line is in suspense until `classifyBankTransaction` says what it is.
 */
export async function recordBankTransaction(
  tx: Transaction,
  { notice, rawBody }: { notice: BankNotice; rawBody: string },
): Promise<RecordedBankTransaction> {
  const told = { notice, rawBody, contentHash: hashOfFacts(notice) };
  const { contentHash } = told;
  const known = await findLine(tx, notice);
  if (known) {
    const isSame = known.contentHash === contentHash || isSameLine(known, notice);
    return isSame ? again(known.id, told) : keepConflict(tx, known.id, told);
  }
  // Who tells alone has seen no line of another's.
  const othersTell = await hasLinesOfOthers(tx, notice.provider);
  if (!othersTell) return { kind: "recorded", othersTell, ...(await insertLine(tx, told)) };
  const identity = identityOf(notice);
  const sighting = await findSighting(tx, notice);
  if (sighting) {
    const seen = readIdentity(sighting.contentHash);
    const isSame =
      seen.byMemo === identity.byMemo ||
      (seen.byReference !== null && seen.byReference === identity.byReference);
    return isSame ? again(sighting.lineId, told) : keepConflict(tx, sighting.lineId, told);
  }
  const lineId = await findToldLine(tx, notice);
  if (lineId !== null) {
    const id = newId("bts");
    await tx.insert(bankTransactionSightings).values({
      id,
      bankTransactionId: lineId,
      provider: notice.provider,
      providerTransactionId: notice.providerTransactionId,
      sealedBody: seal(rawBody, id),
      contentHash: writeIdentity(identity),
      receivedAt: now(),
    });
    return { kind: "sighting", bankTransactionId: lineId, contentHash };
  }
  return { kind: "recorded", othersTell, ...(await insertLine(tx, told)) };
}

const hasTheId = (table: typeof bankTransactions | typeof bankTransactionSightings) =>
  and(
    eq(table.provider, sql.placeholder("provider")),
    eq(table.providerTransactionId, sql.placeholder("providerTransactionId")),
  );

const selectLine = builtOnce((db) =>
  db
    .select({
      id: bankTransactions.id,
      accountNumber: bankTransactions.accountNumber,
      direction: bankTransactions.direction,
      amountVnd: bankTransactions.amountVnd,
      content: bankTransactions.content,
      occurredAt: bankTransactions.occurredAt,
      contentHash: bankTransactions.contentHash,
    })
    .from(bankTransactions)
    .where(hasTheId(bankTransactions))
    .limit(1)
    .prepare(),
);

async function findLine(tx: Transaction, { provider, providerTransactionId }: BankNotice) {
  const [line] = await selectLine(tx).execute({ provider, providerTransactionId });
  return line;
}

const selectSighting = builtOnce((db) =>
  db
    .select({
      lineId: bankTransactionSightings.bankTransactionId,
      contentHash: bankTransactionSightings.contentHash,
    })
    .from(bankTransactionSightings)
    .where(hasTheId(bankTransactionSightings))
    .limit(1)
    .prepare(),
);

async function findSighting(tx: Transaction, { provider, providerTransactionId }: BankNotice) {
  const [sighting] = await selectSighting(tx).execute({ provider, providerTransactionId });
  return sighting;
}

/** A provider's list may space a memo otherwise than its webhook did, and tell the day where that told the moment. */
function isSameLine(
  line: Pick<
    typeof bankTransactions.$inferSelect,
    "accountNumber" | "direction" | "amountVnd" | "content" | "occurredAt"
  >,
  notice: BankNotice,
): boolean {
  return (
    line.accountNumber === notice.accountNumber &&
    line.direction === notice.direction &&
    line.amountVnd === notice.amountVnd &&
    foldMemo(line.content) === foldMemo(notice.content) &&
    (line.occurredAt === notice.occurredAt ||
      isDayOf(line.occurredAt, notice.occurredAt) ||
      isDayOf(notice.occurredAt, line.occurredAt))
  );
}

/** True when the first is told as the midnight of the other's day. */
function isDayOf(day: number, moment: number): boolean {
  return day === startOfDate(localDateOf(moment));
}

function again(bankTransactionId: string, { contentHash }: Told): RecordedBankTransaction {
  return { kind: "duplicate", bankTransactionId, contentHash };
}

async function keepConflict(
  tx: Transaction,
  bankTransactionId: string,
  told: Told,
): Promise<RecordedBankTransaction> {
  const { notice, rawBody, contentHash } = told;
  const id = newId("btc");
  const kept = await tx
    .insert(bankTransactionConflicts)
    .values({
      id,
      bankTransactionId,
      provider: notice.provider,
      sealedBody: seal(rawBody, id),
      contentHash,
      receivedAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: bankTransactionConflicts.id });
  // A poller finds it again every minute.
  if (kept.length === 0) return again(bankTransactionId, told);
  return { kind: "conflict", bankTransactionId, contentHash };
}

async function insertLine(tx: Transaction, { notice, rawBody, contentHash }: Told) {
  const id = newId("btx");
  await insertRow(tx, bankTransactions, {
    id,
    ...notice,
    receivedAt: now(),
    sealedBody: seal(rawBody, id),
    contentHash,
    status: "suspense",
    reason: "no_reference",
  });
  return { bankTransactionId: id, contentHash };
}
