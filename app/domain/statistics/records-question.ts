import { isOcopSet, isService, OCOP_SETS } from "~/domain/catalog/ocop-sets";
import { ORDER_CHANNELS, type OrderChannel } from "~/domain/orders/order-status";
import { PAYMENT_METHODS, type PaymentMethod } from "~/domain/orders/payment-methods";
import { isMonth, type Month } from "~/platform/period";
import type { Dimension } from "./disclosed-month";
import { COUNTED_CHANNEL } from "./indicator";

/** Which orders and returns are asked for: those behind a figure, or behind one cell of a breakdown. */
export type RecordsQuestion = {
  month: Month;
  channel: OrderChannel;
  /** all: goods and services; goods: every set but services; or one set. */
  set: "all" | "goods" | number;
  stars: number | null;
  method: PaymentMethod | null;
  /** Of the seller when it was ordered. */
  communeCode: string | null;
};

export const STARS_CHOICES = [0, 3, 4, 5] as const;

/** All that counts for the share of goods. */
export function recordsOfMonth(month: Month): RecordsQuestion {
  return {
    month,
    channel: COUNTED_CHANNEL,
    set: "goods",
    stars: null,
    method: null,
    communeCode: null,
  };
}

/** What an address asks; null for what nobody can ask. Fields that are left out or empty ask for all. */
export function readRecordsQuestion(query: URLSearchParams): RecordsQuestion | null {
  const month = query.get("month") ?? "";
  const channel = query.get("channel") || COUNTED_CHANNEL;
  const set = query.get("set") || "all";
  const stars = query.get("stars") || null;
  const method = query.get("method") || null;
  const communeCode = query.get("commune") || null;
  const isReadable =
    isMonth(month) &&
    isOneOf(ORDER_CHANNELS, channel) &&
    (set === "all" || set === "goods" || (/^\d{1,2}$/.test(set) && isOcopSet(Number(set)))) &&
    (stars === null || /^[0-5]$/.test(stars)) &&
    (method === null || isOneOf(PAYMENT_METHODS, method)) &&
    (communeCode === null || /^\d{5}$/.test(communeCode));
  if (!isReadable) return null;
  return {
    month,
    channel: channel as OrderChannel,
    set: set === "all" || set === "goods" ? set : Number(set),
    stars: stars === null ? null : Number(stars),
    method: method as PaymentMethod | null,
    communeCode,
  };
}

function isOneOf(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

/** The same as the fields of an address. */
export function recordsFields(question: RecordsQuestion): Record<string, string | undefined> {
  const { month, channel, set, stars, method, communeCode } = question;
  return {
    month,
    channel,
    set: String(set),
    stars: stars === null ? undefined : String(stars),
    method: method ?? undefined,
    commune: communeCode ?? undefined,
  };
}

/** The orders behind a cell of a breakdown, which is of goods alone. */
export function recordsOfCell(
  month: Month,
  { dimension, code }: { dimension: Dimension | "total"; code: string },
): RecordsQuestion {
  const all = recordsOfMonth(month);
  switch (dimension) {
    case "total":
      return all;
    case "commune":
      return { ...all, communeCode: code };
    case "set":
      return { ...all, set: Number(code) };
    case "stars":
      return { ...all, stars: Number(code) };
    case "method":
      return { ...all, method: code as PaymentMethod };
  }
}

/** The sets that are asked for; undefined for every one. */
export function setsOf({ set }: RecordsQuestion): readonly number[] | undefined {
  if (set === "all") return undefined;
  return set === "goods" ? OCOP_SETS.filter((one) => !isService(one)) : [set];
}

/** The lines of a record that are asked for. */
export function linesAsked<Line extends { ocopSet: number; stars: number }>(
  question: RecordsQuestion,
  lines: readonly Line[],
): Line[] {
  const sets = setsOf(question);
  return lines.filter(
    ({ ocopSet, stars }) =>
      (sets?.includes(ocopSet) ?? true) && (question.stars === null || question.stars === stars),
  );
}
