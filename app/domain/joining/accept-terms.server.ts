import { termsAcceptances } from "~db/schema/joining-terms";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { listTerms } from "./queries-terms.server";
import { announcedOn, inForceOn } from "./terms-order";

export type TermsYes = { householdId: string; userId: string; number: number };

/** A household says yes to the version in force or to one that is announced; said twice it is kept once. */
export async function acceptTerms(
  tx: Transaction,
  { householdId, userId, number }: TermsYes,
): Promise<Result<{ isNew: boolean }, "terms_not_asked">> {
  const today = localDateOf(now());
  const versions = await listTerms(tx);
  const open = [inForceOn(versions, today), ...announcedOn(versions, today)];
  if (!open.some((version) => version?.number === number)) return fail("terms_not_asked");
  const written = await tx
    .insert(termsAcceptances)
    .values({ householdId, number, userId, acceptedAt: now() })
    .onConflictDoNothing()
    .returning({ number: termsAcceptances.number });
  return succeed({ isNew: written.length > 0 });
}
