import { sumCommune, type CommuneSum, type SalesMonth } from "./commune-sales";
import { ratioOf, type Ratio } from "./ratio";
import type { CommuneTargetKind } from "./target-kinds";
import type { StandingTarget } from "./types-targets";

/** A commune with what it is asked for in a year and what its closed months have come to. */
export type CommuneProgress = {
  code: string;
  name: string;
  sum: CommuneSum;
  targets: Record<CommuneTargetKind, StandingTarget | null>;
};

/** One a commune, in their order. */
export function progressOf(
  communes: readonly { code: string; name: string }[],
  targets: readonly StandingTarget[],
  months: readonly SalesMonth[],
): CommuneProgress[] {
  const standing = new Map(targets.map((one) => [`${one.communeCode} ${one.kind}`, one]));
  const of = (code: string, kind: CommuneTargetKind) => standing.get(`${code} ${kind}`) ?? null;
  return communes.map(({ code, name }) => ({
    code,
    name,
    sum: sumCommune(code, months),
    targets: {
      sales_goods_vnd: of(code, "sales_goods_vnd"),
      active_sellers: of(code, "active_sellers"),
    },
  }));
}

/**
 * The part of a target that is reached: of goods by all of the months together, of sellers by the last of them, because a
 * seller of two months is one. Null where there is no target, or nothing may be told.
 */
export function reachedOf(
  { sum, targets }: CommuneProgress,
  kind: CommuneTargetKind,
): Ratio | null {
  const actual = actualOf(sum, kind);
  return actual === null ? null : ratioOf(actual, targets[kind]?.value ?? null);
}

/** What stands beside a target of this kind. */
export function actualOf(sum: CommuneSum, kind: CommuneTargetKind): number | null {
  return kind === "sales_goods_vnd" ? sum.salesVnd : sum.lastSellerCount;
}
