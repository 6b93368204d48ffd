import { and, asc, eq, gt } from "drizzle-orm";
import { stallTakings } from "~db/schema/stalls";
import { letOthersWork, reader } from "~/platform/db.server";
import type { Taking } from "./types";

const PAGE_TAKINGS = 500;

/** A household's whole book of its stall, as it was written, some hundreds at a time; it was found in the scope. */
export async function* householdTakings(householdId: string): AsyncGenerator<Taking[]> {
  let after = "";
  for (;;) {
    const rows = await reader()
      .select()
      .from(stallTakings)
      .where(and(eq(stallTakings.householdId, householdId), gt(stallTakings.id, after)))
      .orderBy(asc(stallTakings.id))
      .limit(PAGE_TAKINGS);
    if (rows.length > 0) yield rows.map(takingOf);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_TAKINGS) return;
    after = last.id;
    await letOthersWork();
  }
}

export function takingOf(row: typeof stallTakings.$inferSelect): Taking {
  const { id, takenOn, way, amountVnd, note, notedAt, struckAt } = row;
  return { id, takenOn, way, amountVnd, note, notedAt, isStruck: struckAt !== null };
}
