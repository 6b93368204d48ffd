import type { LocalDate, Month } from "~/platform/period";

/**
 * Every version of the method, the oldest first, with the day on which this program began to count by it. What changed, and
 * why, are the texts `method.version<number>Change` and `...Why`. Whoever changes a rule of `indicator.ts` adds a line here.
 */
export const METHOD_VERSIONS = [
  { number: 1, since: "2026-11-22" },
  { number: 2, since: "2026-11-26" },
  { number: 3, since: "2026-11-26" },
  { number: 4, since: "2026-11-26" },
  { number: 5, since: "2026-11-29" },
] as const satisfies readonly { number: number; since: LocalDate }[];

/** The one that this program counts by. */
export const METHOD_VERSION: number = Math.max(...METHOD_VERSIONS.map(({ number }) => number));

/** A version and the months that were counted by it, as runs without a hole. */
export type MethodUse = { version: number; runs: { first: Month; last: Month }[] };

/** By which versions these months, the oldest first, were counted: the newest version first. */
export function methodUsesOf(
  months: readonly { month: Month; methodVersion: number }[],
): MethodUse[] {
  const uses = new Map<number, MethodUse>();
  let before: number | null = null;
  for (const { month, methodVersion: version } of months) {
    const use = uses.get(version) ?? { version, runs: [] };
    uses.set(version, use);
    const run = use.runs.at(-1);
    if (run && before === version) run.last = month;
    else use.runs.push({ first: month, last: month });
    before = version;
  }
  return [...uses.values()].toSorted((a, b) => b.version - a.version);
}

/** A month as lists of published and of standing months have it, for `methodUsesOf`. */
export function flatMonthOf(one: { month: { month: Month }; methodVersion: number }) {
  return { month: one.month.month, methodVersion: one.methodVersion };
}

/** Those of them that this month was counted by. */
export function usesOf(uses: readonly MethodUse[], month: Month): MethodUse[] {
  return uses.filter(({ runs }) => runs.some(({ first, last }) => first <= month && month <= last));
}
