import { and, eq } from "drizzle-orm";
import { supplyCases } from "~db/schema/supply-cases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Whoever has a case has read what was done about it until a page was shown; what came later is still news. */
export async function seeCase(
  tx: Transaction,
  { caseId, actorId, shownAt }: { caseId: string; actorId: string; shownAt: number },
): Promise<Result<{ hasChanged: boolean }, "case_not_found">> {
  const isOwn = and(eq(supplyCases.id, caseId), eq(supplyCases.handlerId, actorId));
  const [found] = await tx.select().from(supplyCases).where(isOwn).limit(1);
  if (!found) return fail("case_not_found");
  const seenAt = Math.min(shownAt, now());
  if (seenAt <= (found.seenAt ?? 0)) return succeed({ hasChanged: false });
  await tx.update(supplyCases).set({ seenAt }).where(isOwn);
  return succeed({ hasChanged: true });
}
