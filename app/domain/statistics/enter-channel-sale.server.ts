import { and, eq, gte, lte } from "drizzle-orm";
import { retailTotals } from "~db/schema/statistics";
import { channelSales } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { sumVnd, vnd, type Vnd } from "~/platform/money";
import { formatMonth } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { formatBillions } from "./billions";
import { channelQuestionAbout, type ChannelQuestion } from "./channel-question";
import { channelKeyOf, monthsOf, needsFile, type ChannelSale } from "./channel-records";
import { keepSourceFile } from "./keep-source-file.server";
import {
  findOfSpan,
  findOverlap,
  listChannelVintages,
  listNearest,
} from "./queries-channels.server";
import { chooseVintages } from "./retail-vintages";
import type { SourceFile } from "./source-file";

export type ChannelEntry = Pick<
  ChannelSale,
  | "channel"
  | "channelName"
  | "firstMonth"
  | "lastMonth"
  | "kind"
  | "amountVnd"
  | "method"
  | "grade"
  | "source"
  | "receivedOn"
> & {
  /** Made with the form: sent twice it is entered once. */
  id: string;
  /** Of a correction null leaves the one that is there. */
  file: SourceFile | null;
  enteredById: string;
};

/** Of which record it is a correction, and which vintage of it the officer had before them; null: a new record. */
export type CorrectedRecord = { recordId: string; vintage: number } | null;
export type ChannelTyping = { isAmbiguous: boolean; confirmation: string | null };

export type ChannelAnswer =
  | { outcome: "question"; question: ChannelQuestion }
  | { outcome: "entered"; recordId: string; isRepeat: boolean };

export type ChannelProblem =
  | "channel_record_not_found"
  | "channel_changed_since"
  | "channel_withdrawn"
  | "channel_file_missing"
  | "channel_overlap"
  | "channel_goods_above_all"
  | "channel_all_below_goods"
  | "form_outdated";

const TOTALS_MAX = 2_000;

function isSameEntry(row: typeof channelSales.$inferSelect, entry: ChannelEntry): boolean {
  const { channel, firstMonth, lastMonth, kind, amountVnd, method, grade } = entry;
  const said = { channel, firstMonth, lastMonth, kind, amountVnd, method, grade };
  return (
    Object.entries(said).every(([name, value]) => row[name as keyof typeof said] === value) &&
    row.source === entry.source &&
    row.receivedOn === entry.receivedOn &&
    row.channelName === (channel === "other" ? entry.channelName : "")
  );
}

/**
 * Enters what was sold on another channel, or a correction of it as its next vintage; earlier ones stay. No month of a
 * channel is counted twice: a span that has one in common with another figure in use is refused. What is far from what
 * is known is asked about first.
 */
export async function enterChannelSale(
  tx: Transaction,
  entry: ChannelEntry,
  { corrects, typing }: { corrects: CorrectedRecord; typing: ChannelTyping },
): Promise<Result<ChannelAnswer, ChannelProblem>> {
  const [known] = await tx
    .select()
    .from(channelSales)
    .where(eq(channelSales.id, entry.id))
    .limit(1);
  if (known) {
    // Back in the browser, something else is typed into the form that was sent: that is no repeat.
    if (!isSameEntry(known, entry)) return fail("form_outdated");
    return succeed({ outcome: "entered", recordId: known.recordId, isRepeat: true });
  }
  const record = await findRecord(tx, corrects);
  if (!record.ok) return record;
  const recordId = corrects?.recordId ?? entry.id;
  const fileId = entry.file?.id ?? record.value?.file?.id ?? null;
  if (needsFile(entry.grade) && fileId === null) return fail("channel_file_missing");
  const channelName = entry.channel === "other" ? entry.channelName : "";
  const channelKey = channelKeyOf({ ...entry, channelName });
  const refusal = await findRefusal(tx, { ...entry, channelKey }, recordId);
  if (refusal) return refusal;
  const question = channelQuestionAbout(
    { ...pickAsked(entry), channelName, isAmbiguous: typing.isAmbiguous },
    {
      ofChannel: await listNearest(tx, { ...entry, channelKey }),
      retailVnd: await sumRetail(tx, entry),
    },
  );
  if (question && question.confirmation !== typing.confirmation) {
    return succeed({ outcome: "question", question });
  }
  const { file, ...kept } = entry;
  if (file) await keepSourceFile(tx, file, entry.enteredById);
  await tx.insert(channelSales).values({
    ...kept,
    recordId,
    vintage: (record.value?.vintage ?? 0) + 1,
    channelName,
    channelKey,
    fileId,
    enteredAt: now(),
    isSample: false,
  });
  return succeed({ outcome: "entered", recordId, isRepeat: false });
}

async function findRecord(
  tx: Transaction,
  corrects: CorrectedRecord,
): Promise<
  Result<
    ChannelSale | null,
    "channel_record_not_found" | "channel_changed_since" | "channel_withdrawn"
  >
> {
  if (!corrects) return succeed(null);
  const [latest] = await listChannelVintages(corrects.recordId, tx);
  if (!latest) return fail("channel_record_not_found");
  if (latest.withdrawnReason !== null) return fail("channel_withdrawn");
  return latest.vintage === corrects.vintage ? succeed(latest) : fail("channel_changed_since");
}

async function findRefusal(
  tx: Transaction,
  entry: ChannelEntry & { channelKey: string },
  recordId: string,
) {
  const overlap = await findOverlap(tx, entry, recordId);
  if (overlap) {
    return fail("channel_overlap", {
      first: formatMonth(overlap.firstMonth),
      last: formatMonth(overlap.lastMonth),
      billions: formatBillions(overlap.amountVnd, "vi"),
    });
  }
  const otherKind = entry.kind === "goods" ? "goods_services" : "goods";
  const other = await findOfSpan(tx, { ...entry, kind: otherKind });
  if (!other || other.recordId === recordId) return null;
  const billions = formatBillions(other.amountVnd, "vi");
  if (entry.kind === "goods" && entry.amountVnd > other.amountVnd) {
    return fail("channel_goods_above_all", { billions });
  }
  if (entry.kind === "goods_services" && entry.amountVnd < other.amountVnd) {
    return fail("channel_all_below_goods", { billions });
  }
  return null;
}

function pickAsked({ channel, firstMonth, lastMonth, kind, amountVnd }: ChannelEntry) {
  return { channel, firstMonth, lastMonth, kind, amountVnd };
}

/** The official total of all months of a span; null while one of them is missing. */
async function sumRetail(tx: Transaction, entry: ChannelEntry): Promise<Vnd | null> {
  const { firstMonth, lastMonth, kind } = entry;
  const rows = await tx
    .select()
    .from(retailTotals)
    .where(
      and(
        eq(retailTotals.kind, kind),
        gte(retailTotals.month, firstMonth),
        lte(retailTotals.month, lastMonth),
      ),
    )
    .limit(TOTALS_MAX);
  const inUse = chooseVintages(rows.map((row) => ({ ...row, amountVnd: vnd(row.amountVnd) })));
  const months = monthsOf(entry).map((month) => inUse.get(`${month} ${kind}`));
  if (months.includes(undefined)) return null;
  return sumVnd(months.map((total) => total?.amountVnd ?? 0));
}
