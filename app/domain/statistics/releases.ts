import { MINUTE_MS, type Month } from "~/platform/period";

/** Why an edition could not be published at its hour: an error code and its figures. */
export type ReleaseCause = { code: string; detail: Record<string, string | number> };

export type ReleaseOutcome =
  | { outcome: "published" | "missed"; decidedAt: number }
  | { outcome: "failed"; decidedAt: number; cause: ReleaseCause };

/** One thing that was said of a month's publication; times in milliseconds UTC. */
export type ReleaseStep = {
  id: string;
  month: Month;
  /** Of the month, from 1. */
  step: number;
  /** The edition that was public then; 0 while none was. */
  afterEdition: number;
  /** Null: what was announced is withdrawn. */
  dueAt: number | null;
  /** "" of what was said first. */
  reason: string;
  madeBy: { id: string; name: string };
  madeAt: number;
  outcome: ReleaseOutcome | null;
};

/**
 * announced: its hour is to come. due: the hour has come, and the timer has not been there yet. missed: nothing was
 * closed at the hour. failed: what was closed could not be published. withdrawn: no hour holds. published: by the timer
 * or by hand.
 */
export type ReleaseState = "announced" | "due" | "missed" | "failed" | "withdrawn" | "published";

/** All that was said of one publication of a month, the oldest first, and what came of it. */
export type Release = {
  month: Month;
  afterEdition: number;
  steps: ReleaseStep[];
  state: ReleaseState;
  /** As it was said last. */
  dueAt: number | null;
  publishedAt: number | null;
};

export type Publication = { month: Month; edition: number; publishedAt: number };

/**
 * The publications that were announced, in the order of their steps. A month has another one when a revision of it is
 * announced.
 * @param steps of whatever months, those of a month in their order
 * @param publications of these months, in whatever order
 */
export function releasesOf(
  steps: readonly ReleaseStep[],
  publications: readonly Publication[],
  atInstant: number,
): Release[] {
  const groups = new Map<string, ReleaseStep[]>();
  for (const step of steps) {
    const key = `${step.month} ${step.afterEdition}`;
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()].flatMap((own) => {
    const last = own.at(-1);
    if (!last) return [];
    const { month, afterEdition, dueAt } = last;
    const later = publications
      .filter((one) => one.month === month && one.edition > afterEdition)
      .toSorted((a, b) => a.edition - b.edition);
    const publishedAt = later[0]?.publishedAt ?? null;
    const state = publishedAt === null ? stateOf(last, atInstant) : "published";
    return [{ month, afterEdition, steps: own, state, dueAt, publishedAt }];
  });
}

function stateOf({ dueAt, outcome }: ReleaseStep, atInstant: number): ReleaseState {
  if (dueAt === null) return "withdrawn";
  if (outcome) return outcome.outcome;
  return dueAt <= atInstant ? "due" : "announced";
}

/** The hour is told and nothing has come of it yet. */
export function isPending({ state }: Release): boolean {
  return state === "announced" || state === "due";
}

/** Somebody has to do something now: the public was told an hour, and it went by. */
export function needsSomebody({ state }: Release): boolean {
  return state === "missed" || state === "failed" || state === "due";
}

/**
 * What the timer does when the hour has come: it publishes what was closed by then. What was closed later waits for an
 * officer, whenever the timer comes, so a slow timer changes nothing.
 */
export function verdictAt(
  dueAt: number,
  newest: { closedAt: number } | null,
): "publish" | "missed" {
  return newest !== null && newest.closedAt <= dueAt ? "publish" : "missed";
}

/** What came of an announcement, for whoever writes it down. */
export type DecidedRelease = { month: Month; dueAt: number; announcedById: string } & (
  | { outcome: "published"; edition: number; hash: string }
  | { outcome: "missed" }
  | { outcome: "failed"; cause: ReleaseCause }
);

/** A month as its calendar has it: what was announced of it, and what an officer can announce now. */
export type ReleaseTurn = {
  month: Month;
  /** All that was ever announced of it, the oldest first. */
  releases: Release[];
  /** Of them what is about its next publication; null: nothing was announced. */
  current: Release | null;
  /** How many steps there are. */
  seen: number;
  /** Its newest edition; null while it is open. */
  newest: { edition: number; isPublic: boolean } | null;
  isOver: boolean;
};

/** The timer comes every few seconds; what is later than this was late. */
const ON_TIME_MS = 5 * MINUTE_MS;

/** An hour that was told went by without the publication. */
export function hasMissed({ steps }: Pick<Release, "steps">): boolean {
  return steps.some(({ outcome }) => outcome !== null && outcome.outcome !== "published");
}

/** How a publication kept the hour that was told last; unannounced: the hour had been withdrawn. */
export function punctualityOf({
  publishedAt,
  dueAt,
  steps,
}: Release): "unpublished" | "unannounced" | "early" | "late" | "punctual" {
  if (publishedAt === null) return "unpublished";
  if (dueAt === null) return "unannounced";
  // By hand some minutes after the timer had found nothing to publish.
  if (hasMissed({ steps: steps.slice(-1) })) return "late";
  if (publishedAt < dueAt) return "early";
  return publishedAt <= dueAt + ON_TIME_MS ? "punctual" : "late";
}
