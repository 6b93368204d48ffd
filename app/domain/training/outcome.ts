import { addDays, startOfDate, type LocalDate } from "~/platform/period";

/** So long after a session what a household does is counted as what came of it; the day itself is the first. */
export const OUTCOME_DAYS = 90;
/** So long name and phone of a person are kept who has no household: until what came of it is known, and a month. */
export const PERSON_DAYS = OUTCOME_DAYS + 30;

/** When a household did something for the first time ever, in milliseconds; null: it has not. */
export type Firsts = {
  /** Approved by the department. */
  joinedAt: number | null;
  /** A product of it was shown to buyers. */
  listedAt: number | null;
  /** An order reached its buyer. */
  soldAt: number | null;
};

/**
 * What came of a session for one household: `before`, it did so already; `within`, it did so for the first time within
 * 90 days; `waiting`, it has not, and the 90 days are not over; `not`, they are over.
 */
export const STANDINGS = ["before", "within", "waiting", "not"] as const;
export type Standing = (typeof STANDINGS)[number];

/** At the moment `at`; what is later than `at` has not happened. */
export function standingOf(firstAt: number | null, heldOn: LocalDate, at: number): Standing {
  const from = startOfDate(heldOn);
  const until = startOfDate(addDays(heldOn, OUTCOME_DAYS));
  if (firstAt !== null && firstAt <= at && firstAt < from) return "before";
  if (firstAt !== null && firstAt <= at && firstAt < until) return "within";
  return at < until ? "waiting" : "not";
}

export type Counts = Record<Standing, number>;
/** Heads and households of one session, or of several, where each household counts once. */
export type Outcome = {
  households: number;
  /** Written down by name, without a household here. */
  persons: number;
  joined: Counts;
  listed: Counts;
  sold: Counts;
};

export type Attended = { householdId: string | null; heldOn: LocalDate };

const none = (): Counts => ({ before: 0, within: 0, waiting: 0, not: 0 });

/**
 * What came of these attendances. A household that was at several sessions counts once, from its first day. Who has no
 * household here counts as a person and nowhere else.
 */
export function outcomeOf(
  attended: readonly Attended[],
  firstsOf: ReadonlyMap<string, Firsts>,
  at: number,
): Outcome {
  const firstDays = new Map<string, LocalDate>();
  let persons = 0;
  for (const { householdId, heldOn } of attended) {
    if (householdId === null) persons += 1;
    else if (heldOn < (firstDays.get(householdId) ?? "9999-12-31")) {
      firstDays.set(householdId, heldOn);
    }
  }
  const outcome = {
    households: firstDays.size,
    persons,
    joined: none(),
    listed: none(),
    sold: none(),
  };
  for (const [householdId, heldOn] of firstDays) {
    const firsts = firstsOf.get(householdId);
    outcome.joined[standingOf(firsts?.joinedAt ?? null, heldOn, at)] += 1;
    outcome.listed[standingOf(firsts?.listedAt ?? null, heldOn, at)] += 1;
    outcome.sold[standingOf(firsts?.soldAt ?? null, heldOn, at)] += 1;
  }
  return outcome;
}
