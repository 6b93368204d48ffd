import { and, asc, desc, eq, lte } from "drizzle-orm";
import { requestTerms } from "~db/schema/compliance";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import { REQUEST_KINDS, type RequestKind } from "./request-words";
import type { RequestTerm } from "./types";

/** What holds for a kind on a day; null: nothing held yet. */
export async function findTerm(
  { kind, on }: { kind: RequestKind; on: LocalDate },
  db: ReadDatabase = reader(),
): Promise<RequestTerm | null> {
  const [term] = await db
    .select()
    .from(requestTerms)
    .where(and(eq(requestTerms.kind, kind), lte(requestTerms.effectiveOn, on)))
    .orderBy(desc(requestTerms.effectiveOn))
    .limit(1);
  return term ?? null;
}

/** A term by its id: what a request keeps. */
export async function findTermById(termId: string): Promise<RequestTerm | null> {
  const [term] = await reader()
    .select()
    .from(requestTerms)
    .where(eq(requestTerms.id, termId))
    .limit(1);
  return term ?? null;
}

const TERMS_MAX = 500;

/** All that held, hold or will hold, by kinds and the latest first. */
export async function listAllTerms(): Promise<RequestTerm[]> {
  const all = await reader()
    .select()
    .from(requestTerms)
    .orderBy(desc(requestTerms.effectiveOn))
    .limit(TERMS_MAX);
  return REQUEST_KINDS.flatMap((kind) => all.filter((term) => term.kind === kind));
}

/** What holds on a day, one of each kind, in the order of kinds. */
export async function listTerms(on: LocalDate): Promise<RequestTerm[]> {
  const all = await reader()
    .select()
    .from(requestTerms)
    .where(lte(requestTerms.effectiveOn, on))
    .orderBy(asc(requestTerms.effectiveOn))
    .limit(TERMS_MAX);
  return REQUEST_KINDS.flatMap((kind) => all.findLast((term) => term.kind === kind) ?? []);
}
