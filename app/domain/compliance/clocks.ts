import {
  addDays,
  addMonths,
  DAY_MS,
  HOUR_MS,
  localDateOf,
  MINUTE_MS,
  monthOf,
  startOfDate,
  weekdayOf,
} from "~/platform/period";
import type { DutyUnit } from "./duty-words";
import type { TermUnit } from "./request-words";

export type Span = { count: number; unit: TermUnit };

const SATURDAY = 6;

/**
 * The last moment of a term, in milliseconds UTC. Hours run from the moment that it came in; days are counted from the
 * day after and end with their last one in Vietnam. Working days are Monday to Friday: public holidays are not known
 * here and count, so a term may end earlier than the law has it, never later.
 */
export function dueAfter(receivedAt: number, { count, unit }: Span): number {
  if (unit === "hours") return receivedAt + count * HOUR_MS;
  const day = localDateOf(receivedAt);
  return endOf(unit === "days" ? addDays(day, count) : addWorkingDays(day, count));
}

/** The last day of so many days or years after one, `YYYY-MM-DD`. The 29th of February is followed by the 1st of March. */
export function lastDayAfter(day: string, { count, unit }: { count: number; unit: DutyUnit }) {
  if (unit === "days") return addDays(day, count);
  const month = addMonths(monthOf(day), 12 * count);
  return addDays(`${month}-01`, Number(day.slice(8)) - 1);
}

function addWorkingDays(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) < SATURDAY) left -= 1;
  }
  return day;
}

/** The last moment of a day in Vietnam. */
export function endOf(day: string): number {
  return startOfDate(addDays(day, 1)) - 1;
}

export type Clocks = {
  acknowledgeBy: number | null;
  answerBy: number | null;
  acknowledgedAt: number | null;
  answeredAt: number | null;
};

/** What is due next; null: answered, or without a clock. */
export function nextDue(clocks: Clocks): number | null {
  if (clocks.answeredAt !== null) return null;
  const { answerBy } = clocks;
  const acknowledgeBy = clocks.acknowledgedAt === null ? clocks.acknowledgeBy : null;
  if (acknowledgeBy === null) return answerBy;
  return answerBy === null ? acknowledgeBy : Math.min(acknowledgeBy, answerBy);
}

/** The earlier of two moments that may be unknown. */
export function earlierOf(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}

/** So long before it is due, a request is marked as due soon. */
export const SOON_MS = 8 * HOUR_MS;

export type Left = {
  state: "later" | "soon" | "overdue";
  unit: "minutes" | "hours" | "days";
  /** Of whole units, until it is due or since. */
  count: number;
};

/** How long there is until a moment, or how long it is gone by: days from two on, hours from one on, else minutes. */
export function leftUntil(dueAt: number, at: number): Left {
  const isOver = at > dueAt;
  const span = Math.abs(dueAt - at);
  const until = dueAt - at <= SOON_MS ? "soon" : "later";
  const state = isOver ? "overdue" : until;
  if (span >= 2 * DAY_MS) return { state, unit: "days", count: Math.floor(span / DAY_MS) };
  if (span >= HOUR_MS) return { state, unit: "hours", count: Math.floor(span / HOUR_MS) };
  return { state, unit: "minutes", count: Math.floor(span / MINUTE_MS) };
}
