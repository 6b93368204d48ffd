import { and, asc, desc, eq, lte } from "drizzle-orm";
import { dutyTerms } from "~db/schema/compliance-duties";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { addDays, localDateOf, type LocalDate } from "~/platform/period";
import { lastDayAfter } from "./clocks";
import type { Duty, DutyTerm } from "./duty-words";

/** What holds of a duty on a day; null: nothing held yet. */
export async function findDuty(
  { duty, on }: { duty: Duty; on: LocalDate },
  db: ReadDatabase = reader(),
): Promise<DutyTerm | null> {
  const [term] = await db
    .select()
    .from(dutyTerms)
    .where(and(eq(dutyTerms.duty, duty), lte(dutyTerms.effectiveOn, on)))
    .orderBy(desc(dutyTerms.effectiveOn))
    .limit(1);
  return term ?? null;
}

const TERMS_MAX = 500;

/** All that held or will hold, by duties and the latest first. */
export async function listDuties(): Promise<DutyTerm[]> {
  return reader()
    .select()
    .from(dutyTerms)
    .orderBy(asc(dutyTerms.duty), desc(dutyTerms.effectiveOn))
    .limit(TERMS_MAX);
}

/**
 * The first day on which a household that is told today may be suspended, `YYYY-MM-DD`, with the term: the days of notice
 * are whole ones, the day of telling not among them.
 */
export async function firstSuspensionDay(
  db: ReadDatabase = reader(),
): Promise<{ day: LocalDate; term: DutyTerm }> {
  const today = localDateOf(now());
  const term = present(
    await findDuty({ duty: "suspension_notice", on: today }, db),
    "a term of notice came with the migrations",
  );
  return { day: addDays(lastDayAfter(today, term), 1), term };
}
