import { and, asc, desc, eq, gt, gte, isNull, lt, lte, ne, type SQL } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { channelSales, sourceFiles } from "~db/schema/statistics-channels";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { vnd, type Vnd } from "~/platform/money";
import type { Month } from "~/platform/period";
import { CHANNELS } from "./channel-lists";
import type { ChannelMonth, ChannelSale, Span } from "./channel-records";
import type { RetailKind } from "./retail-stages";
import type { SourceFile } from "./source-file";

/** Six channels, two kinds and forty years of quarters, and as many again. */
const RECORDS_MAX = 2_000;
const VINTAGES_MAX = 200;
const OF_A_MONTH_MAX = 200;

const newer = alias(channelSales, "newer");

function selectSales(db: ReadDatabase) {
  return db
    .select({ sale: channelSales, enteredBy: users.fullName, file: sourceFiles })
    .from(channelSales)
    .innerJoin(users, eq(users.id, channelSales.enteredById))
    .leftJoin(sourceFiles, eq(sourceFiles.id, channelSales.fileId))
    .leftJoin(
      newer,
      and(eq(newer.recordId, channelSales.recordId), gt(newer.vintage, channelSales.vintage)),
    );
}

/** The vintage of its record that counts. */
const isLatest = isNull(newer.id);
const isInUse = and(isLatest, isNull(channelSales.withdrawnReason));

/** What stands of every record, withdrawn ones among them, the newest months first. */
export async function listChannelSales(): Promise<ChannelSale[]> {
  const rows = await selectSales(reader())
    .where(isLatest)
    .orderBy(
      desc(channelSales.lastMonth),
      asc(channelSales.channelKey),
      asc(channelSales.kind),
      desc(channelSales.enteredAt),
    )
    .limit(RECORDS_MAX);
  return rows.map(toChannelSale);
}

/** Every vintage of a record, the one that counts first; empty where there is no such record. */
export async function listChannelVintages(
  recordId: string,
  db: ReadDatabase = reader(),
): Promise<ChannelSale[]> {
  const rows = await db
    .select({ sale: channelSales, enteredBy: users.fullName, file: sourceFiles })
    .from(channelSales)
    .innerJoin(users, eq(users.id, channelSales.enteredById))
    .leftJoin(sourceFiles, eq(sourceFiles.id, channelSales.fileId))
    .where(eq(channelSales.recordId, recordId))
    .orderBy(desc(channelSales.vintage))
    .limit(VINTAGES_MAX);
  return rows.map(toChannelSale);
}

/** What counts of a month. */
export async function readChannelMonth(month: Month): Promise<ChannelMonth> {
  const of = (condition: SQL | undefined) =>
    selectSales(reader())
      .where(and(isInUse, condition))
      .orderBy(asc(channelSales.channelKey), asc(channelSales.kind), asc(channelSales.firstMonth))
      .limit(OF_A_MONTH_MAX);
  const [ending, within] = await Promise.all([
    of(eq(channelSales.lastMonth, month)),
    of(and(lte(channelSales.firstMonth, month), gt(channelSales.lastMonth, month))),
  ]);
  const inOrder = (rows: typeof ending) => rows.map(toChannelSale).toSorted(byChannel);
  return { ending: inOrder(ending), within: inOrder(within) };
}

/** As the form lists them; what is equal stays as it was. */
function byChannel(a: ChannelSale, b: ChannelSale): number {
  return CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel);
}

type OfChannel = Span & { channelKey: string; kind: RetailKind };

/** A figure in use of the channel and kind, of another record, that has a month in common with the span; or null. */
export async function findOverlap(
  db: ReadDatabase,
  { channelKey, kind, firstMonth, lastMonth }: OfChannel,
  recordId: string,
): Promise<ChannelSale | null> {
  const [found] = await selectSales(db)
    .where(
      and(
        isInUse,
        eq(channelSales.channelKey, channelKey),
        eq(channelSales.kind, kind),
        ne(channelSales.recordId, recordId),
        lte(channelSales.firstMonth, lastMonth),
        gte(channelSales.lastMonth, firstMonth),
      ),
    )
    .orderBy(asc(channelSales.firstMonth))
    .limit(1);
  return found ? toChannelSale(found) : null;
}

/** Of the very same months, what is in use of the channel under the other kind. */
export async function findOfSpan(
  db: ReadDatabase,
  { channelKey, kind, firstMonth, lastMonth }: OfChannel,
): Promise<ChannelSale | null> {
  const [found] = await selectSales(db)
    .where(
      and(
        isInUse,
        eq(channelSales.channelKey, channelKey),
        eq(channelSales.kind, kind),
        eq(channelSales.firstMonth, firstMonth),
        eq(channelSales.lastMonth, lastMonth),
      ),
    )
    .limit(1);
  return found ? toChannelSale(found) : null;
}

/** The figures in use of a channel and kind that are nearest to a month, on either side, for comparing. */
export async function listNearest(
  db: ReadDatabase,
  { channelKey, kind, lastMonth }: OfChannel,
): Promise<(Span & { amountVnd: Vnd })[]> {
  const ofChannel = and(
    isInUse,
    eq(channelSales.channelKey, channelKey),
    eq(channelSales.kind, kind),
  );
  const later = await selectSales(db)
    .where(and(ofChannel, gte(channelSales.lastMonth, lastMonth)))
    .orderBy(asc(channelSales.lastMonth))
    .limit(1);
  const earlier = await selectSales(db)
    .where(and(ofChannel, lt(channelSales.lastMonth, lastMonth)))
    .orderBy(desc(channelSales.lastMonth))
    .limit(1);
  return [...earlier, ...later].map(toChannelSale);
}

/** A file that figures were taken from, or null. */
export async function findSourceFile(
  id: string,
  db: ReadDatabase = reader(),
): Promise<SourceFile | null> {
  const [found] = await db.select().from(sourceFiles).where(eq(sourceFiles.id, id)).limit(1);
  if (!found) return null;
  const { type, fileName, sha256, byteCount } = found;
  return { id, type, fileName, sha256, byteCount };
}

function toChannelSale(row: {
  sale: typeof channelSales.$inferSelect;
  enteredBy: string;
  file: typeof sourceFiles.$inferSelect | null;
}): ChannelSale {
  const { enteredById: _who, channelKey: _key, fileId: _file, ...sale } = row.sale;
  const { enteredBy, file } = row;
  return {
    ...sale,
    amountVnd: vnd(sale.amountVnd),
    file: file && { id: file.id, type: file.type, fileName: file.fileName },
    enteredBy,
  };
}
