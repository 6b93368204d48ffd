import { salesTargets } from "~db/schema/statistics-targets";
import { listCommunes } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { findNewestTarget } from "./queries-targets.server";
import type { TargetEntry } from "./types-targets";

export type NewTargets = {
  /** `2026` */
  year: string;
  entries: readonly TargetEntry[];
  /** The paper that gives them, or why they are taken back. */
  source: string;
  /** The vintage that the officer saw, where one is taken back. */
  seen?: number;
};

export type SetTargetsCode = "commune_elsewhere" | "target_not_set" | "target_changed_since";

/**
 * Sets or takes back the targets of a year, all or none; each is another vintage, and those before stay. What stands so
 * already, by the same paper, is not written again, so that the same form sent twice sets once. Answers what was written.
 */
export async function setSalesTargets(
  tx: Transaction,
  { year, entries, source, seen, setById }: NewTargets & { setById: string },
): Promise<Result<{ id: string; entry: TargetEntry }[], SetTargetsCode>> {
  const ours = await listCommunes(settings().PROVINCE);
  const codes = new Set<string | null>([null, ...ours.map(({ code }) => code)]);
  const written: { id: string; entry: TargetEntry }[] = [];
  for (const entry of entries) {
    if (!codes.has(entry.communeCode)) return fail("commune_elsewhere");
    const newest = await findNewestTarget(tx, { year, ...entry });
    if (seen !== undefined && newest && newest.value !== null && newest.vintage !== seen) {
      return fail("target_changed_since");
    }
    if (newest?.value === entry.value && newest.source === source) continue;
    if (entry.value === null && (newest?.value ?? null) === null) return fail("target_not_set");
    const id = newId("stg");
    const vintage = (newest?.vintage ?? 0) + 1;
    await tx
      .insert(salesTargets)
      .values({ id, year, ...entry, vintage, source, setById, setAt: now(), isSample: false });
    written.push({ id, entry });
  }
  return succeed(written);
}
