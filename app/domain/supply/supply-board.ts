import { addDays, weekdayOf, type LocalDate } from "~/platform/period";

/** Kilograms of one kind between two days, both counted; `commune` null for demand, which comes from anywhere. */
export type Expected = {
  produceKey: string;
  produceName: string;
  quantityKg: number;
  fromOn: LocalDate;
  toOn: LocalDate;
  commune: { code: string; name: string } | null;
};

export type BoardWeek = { declaredKg: number; demandedKg: number; overKg: number; isGlut: boolean };
export type BoardProduce = {
  key: string;
  name: string;
  /** One for each week that was asked for. */
  weeks: BoardWeek[];
  communes: { code: string; name: string; kg: number[] }[];
};

/** So much more than is wanted is worth somebody's call: a small truck. */
const GLUT_MIN_KG = 500;
/** And a fifth more than is wanted: harvests are estimates. */
const GLUT_MIN_SHARE = 0.2;

/** The Monday of the week that a day is in. */
export function weekOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The Mondays of so many weeks, from that of a day on. */
export function weeksFrom(day: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, i) => addDays(weekOf(day), 7 * i));
}

/**
 * Kilograms by week (its Monday), the same on each day, whole: what rounding leaves over goes to the weeks with the largest
 * rest, the earlier first, so that the sum is exact.
 */
export function spreadOverWeeks(one: Pick<Expected, "quantityKg" | "fromOn" | "toOn">) {
  const days = new Map<LocalDate, number>();
  for (let day = one.fromOn; day <= one.toOn; day = addDays(day, 1)) {
    days.set(weekOf(day), (days.get(weekOf(day)) ?? 0) + 1);
  }
  const dayCount = [...days.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...days].map(([week, count]) => {
    const product = one.quantityKg * count;
    return { week, kg: Math.floor(product / dayCount), rest: product % dayCount };
  });
  const left = one.quantityKg - shares.reduce((sum, { kg }) => sum + kg, 0);
  const winners = shares.toSorted((a, b) => b.rest - a.rest).slice(0, left);
  return new Map(shares.map((share) => [share.week, share.kg + (winners.includes(share) ? 1 : 0)]));
}

/** More than that of one kind in one week few households harvest: two trucks. Above it they are asked again (D-185). */
export const MUCH_KG = 10_000;

type Spread = Pick<Expected, "quantityKg" | "fromOn" | "toOn">;

/** Kilograms in the busiest week of what a household tells, with what it told of the kind before. */
export function busiestWeekKg(told: Spread, before: readonly Spread[]): number {
  const spreads = before.map(spreadOverWeeks);
  const sums = [...spreadOverWeeks(told)].map(([week, kg]) =>
    spreads.reduce((sum, spread) => sum + (spread.get(week) ?? 0), kg),
  );
  return Math.max(...sums);
}

/** Whether somebody should act: more is coming than anybody is known to want, by enough to matter. */
export function isGlut(week: { declaredKg: number; demandedKg: number }): boolean {
  const overKg = week.declaredKg - week.demandedKg;
  return overKg >= GLUT_MIN_KG && overKg >= week.demandedKg * GLUT_MIN_SHARE;
}

/** The board of these weeks (Mondays): kinds with a glut first, then those with the most coming. */
export function boardOf(
  given: { declared: readonly Expected[]; demanded: readonly Expected[] },
  weeks: readonly LocalDate[],
): BoardProduce[] {
  const declaredOf = byProduce(given.declared);
  const demandedOf = byProduce(given.demanded);
  const all = [...given.declared, ...given.demanded];
  const names = new Map(all.map(({ produceKey, produceName }) => [produceKey, produceName]));
  const boards = [...names].map(([key, name]): BoardProduce => {
    const declared = declaredOf.get(key) ?? [];
    const declaredKg = sumByWeek(declared, weeks);
    const demandedKg = sumByWeek(demandedOf.get(key) ?? [], weeks);
    return {
      key,
      name,
      weeks: weeks.map((_, i) => weekFrom(declaredKg[i] ?? 0, demandedKg[i] ?? 0)),
      communes: communesOf(declared, weeks),
    };
  });
  const isEmpty = ({ weeks: of }: BoardProduce) =>
    of.every((week) => week.declaredKg === 0 && week.demandedKg === 0);
  return boards.filter((board) => !isEmpty(board)).toSorted(byUrgency);
}

function byProduce(some: readonly Expected[]): Map<string, Expected[]> {
  const groups = new Map<string, Expected[]>();
  for (const one of some) {
    const group = groups.get(one.produceKey);
    if (group) group.push(one);
    else groups.set(one.produceKey, [one]);
  }
  return groups;
}

function weekFrom(declaredKg: number, demandedKg: number): BoardWeek {
  const overKg = declaredKg - demandedKg;
  return { declaredKg, demandedKg, overKg, isGlut: isGlut({ declaredKg, demandedKg }) };
}

function sumByWeek(some: readonly Expected[], weeks: readonly LocalDate[]): number[] {
  const spreads = some.map(spreadOverWeeks);
  return weeks.map((week) => spreads.reduce((sum, spread) => sum + (spread.get(week) ?? 0), 0));
}

function communesOf(declared: readonly Expected[], weeks: readonly LocalDate[]) {
  const names = new Map(
    declared.flatMap(({ commune }) => (commune ? [[commune.code, commune.name] as const] : [])),
  );
  return [...names]
    .map(([code, name]) => ({
      code,
      name,
      kg: sumByWeek(
        declared.filter(({ commune }) => commune?.code === code),
        weeks,
      ),
    }))
    .filter(({ kg }) => kg.some((one) => one > 0))
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
}

function byUrgency(a: BoardProduce, b: BoardProduce): number {
  const overOf = ({ weeks }: BoardProduce) =>
    weeks.reduce((sum, week) => sum + (week.isGlut ? week.overKg : 0), 0);
  const totalOf = ({ weeks }: BoardProduce) =>
    weeks.reduce((sum, { declaredKg }) => sum + declaredKg, 0);
  return overOf(b) - overOf(a) || totalOf(b) - totalOf(a) || a.key.localeCompare(b.key);
}

/** The weeks that whoever takes a kind on sees to: those of its glut, else all in which something comes or is wanted. */
export function caseWeeksOf(
  produce: Pick<BoardProduce, "weeks">,
  weeks: readonly LocalDate[],
): { first: LocalDate; last: LocalDate; overKg: number } | null {
  const busy = produce.weeks.map((week, i) => ({ ...week, monday: weeks[i] ?? "" }));
  const gluts = busy.filter((week) => week.isGlut);
  const seen =
    gluts.length > 0 ? gluts : busy.filter((week) => week.declaredKg > 0 || week.demandedKg > 0);
  const [first] = seen;
  const last = seen.at(-1);
  if (!first || !last) return null;
  const overKg = gluts.reduce((sum, week) => sum + week.overKg, 0);
  return { first: first.monday, last: last.monday, overKg };
}
