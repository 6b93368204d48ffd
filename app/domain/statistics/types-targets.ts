import type { RetailKind } from "./retail-stages";
import type { TargetKind } from "./target-kinds";

/** What is to be reached; `communeCode` null: by the province. `value` null: it is not asked for any more. */
export type TargetEntry = { communeCode: string | null; kind: TargetKind; value: number | null };

/**
 * A vintage of a target: đồng, sellers or basis points, as its kind says. `source`: the paper that gave it, or why it was
 * taken back.
 */
export type SalesTarget = TargetEntry & {
  id: string;
  /** `2026` */
  year: string;
  vintage: number;
  source: string;
  setAt: number;
  isSample: boolean;
};
/** With who set it. */
export type TargetVintage = SalesTarget & { setBy: string | null };
/** One that stands. */
export type StandingTarget = SalesTarget & { value: number };
/** Each beside its own share and no other; null: nobody set one. */
export type ShareTargets = Record<RetailKind, StandingTarget | null>;
