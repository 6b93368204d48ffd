import {
  addDays,
  addMonths,
  monthOf,
  startOfDate,
  type LocalDate,
} from "../../../app/platform/period";

/** The day that samples are made for; everything in them happened before its first moment. */
export type SampleDay = {
  today: LocalDate;
  /** First moment of today. */
  endsAt: number;
};

export function createSampleDay(today: LocalDate): SampleDay {
  return { today, endsAt: startOfDate(today) };
}

/** That day, `months` later; the 29th and later become the 28th. */
export function addMonthsToDate(date: LocalDate, months: number): LocalDate {
  const day = Math.min(28, Number(date.slice(8)));
  return `${addMonths(monthOf(date), months)}-${String(day).padStart(2, "0")}`;
}

/** A moment of a day in Vietnam. */
export function momentOf(date: LocalDate, hour: number): number {
  return startOfDate(date) + hour * 3_600_000;
}

export function daysBefore(day: SampleDay, days: number): LocalDate {
  return addDays(day.today, -days);
}
