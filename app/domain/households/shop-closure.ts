import { addDays, type LocalDate } from "~/platform/period";

/** Days, the first and the last included, on which a household takes no orders. */
export type ShopClosure = { from: LocalDate; until: LocalDate };

/** Longer than a season of illness or a Tết; whoever stops for good tells the department. */
export const CLOSURE_DAYS_MAX = 90;
/** So long before it begins, buyers are told. */
const TOLD_DAYS_BEFORE = 7;

/** How a closure stands on a day: it takes no orders, it is near, it is planned; null: there is none, or it is over. */
export type ClosureStanding = "closed" | "near" | "planned" | null;

export function closureOn(closure: ShopClosure | null, day: LocalDate): ClosureStanding {
  if (closure === null || closure.until < day) return null;
  if (closure.from <= day) return "closed";
  return closure.from <= addDays(day, TOLD_DAYS_BEFORE) ? "near" : "planned";
}

/** The first day on which it takes orders again. */
export function reopensOn({ until }: ShopClosure): LocalDate {
  return addDays(until, 1);
}

/** The closure, where it leaves none of these days that are still to come; its own first and last day are shut too. */
export function closureOver(
  closure: ShopClosure | null,
  { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate },
  today: LocalDate,
): ShopClosure | null {
  const firstOn = fromOn > today ? fromOn : today;
  if (closure === null || firstOn > toOn) return null;
  return closure.from <= firstOn && closure.until >= toOn ? closure : null;
}

/** What a page says of it; null where there is nothing to say yet, or any more. */
export type Closing = ShopClosure & { isClosed: boolean };

export function closingOn(closure: ShopClosure | null, day: LocalDate): Closing | null {
  const standing = closureOn(closure, day);
  if (closure === null || standing === null || standing === "planned") return null;
  return { ...closure, isClosed: standing === "closed" };
}
