import { fold } from "~/platform/fold";
import type { Vnd } from "~/platform/money";
import { monthsUntil, type LocalDate, type Month } from "~/platform/period";
import { GRADES, type Channel, type ChannelMethod, type Grade } from "./channel-lists";
import type { RetailKind } from "./retail-stages";
import type { SourceFile } from "./source-file";

/** Whole months, both ends included. */
export type Span = { firstMonth: Month; lastMonth: Month };

/** What sellers of the province sold on another channel: one vintage of one record, in đồng for all its months together. */
export type ChannelSale = Span & {
  id: string;
  recordId: string;
  vintage: number;
  channel: Channel;
  /** Of `other` alone, else empty. */
  channelName: string;
  kind: RetailKind;
  amountVnd: Vnd;
  method: ChannelMethod;
  grade: Grade;
  source: string;
  receivedOn: LocalDate;
  file: Pick<SourceFile, "id" | "type" | "fileName"> | null;
  /** Null: it counts. */
  withdrawnReason: string | null;
  enteredBy: string;
  enteredAt: number;
  isSample: boolean;
};

/**
 * What counts of a month. ending: figures of the month alone, and of spans that it is the last of; within: of spans that it
 * is a part of, which are shown at their last month.
 */
export type ChannelMonth = { ending: ChannelSale[]; within: ChannelSale[] };

const BEST_GRADE: Readonly<Record<ChannelMethod, Grade>> = {
  floor_report: "A",
  tax_data: "B",
  survey: "C",
  market_data: "D",
  estimate: "D",
};

/** The best that a figure can be that was come by this way; a worse one is the officer's to say. Grades sort as letters. */
export function bestGradeOf(method: ChannelMethod): Grade {
  return BEST_GRADE[method];
}

/** A signed report of the floor itself that nobody can look at proves nothing. */
export function needsFile(grade: Grade): boolean {
  return grade === "A";
}

/** Null without any. */
export function worstGradeOf(sales: readonly Pick<ChannelSale, "grade">[]): Grade | null {
  return GRADES.findLast((grade) => sales.some((sale) => sale.grade === grade)) ?? null;
}

const LISTED_NAMES =
  /^(?:post ?mart|buu ?dien|shopee|tik ?tok(?: shop)?|lazada)(?: (?:vn|viet nam))?$/;

/** Whether a name that somebody typed is that of a channel with a place of its own: else it would be counted twice. */
export function isListedChannel(name: string): boolean {
  return LISTED_NAMES.test(fold(name));
}

/** The same for one channel, however its name is written. */
export function channelKeyOf(sale: Pick<ChannelSale, "channel" | "channelName">): string {
  return sale.channel === "other" ? `other ${fold(sale.channelName)}` : sale.channel;
}

/** The months of a span, oldest first. */
export function monthsOf({ firstMonth, lastMonth }: Span): Month[] {
  return monthsUntil(lastMonth, monthIndexOf(lastMonth) - monthIndexOf(firstMonth) + 1);
}

export function isOneMonth({ firstMonth, lastMonth }: Span): boolean {
  return firstMonth === lastMonth;
}

/** Months since the year 0, for telling how far apart two are. */
export function monthIndexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
