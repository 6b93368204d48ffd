import type { LocalDate } from "~/platform/period";

/** Packs with the same last day; null: they do not expire. */
export type FreePacks = { expiresOn: LocalDate | null; packCount: number };

/** Packs that may be had and are good still after this day; null: today is day enough. */
export function countFree(free: readonly FreePacks[], lastsBeyond: LocalDate | null): number {
  return free
    .filter(({ expiresOn }) => !expiresOn || !lastsBeyond || expiresOn > lastsBeyond)
    .reduce((sum, { packCount }) => sum + packCount, 0);
}
