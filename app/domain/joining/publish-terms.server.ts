import { sellerTerms } from "~db/schema/joining-terms";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { sameValues } from "~/platform/same-values";
import type { TermsForm } from "./forms-terms";
import { listTerms } from "./queries-terms.server";

export type PublishTermsCode =
  "terms_published_meanwhile" | "terms_day_past" | "terms_day_before" | "terms_day_far";

/** Announced a year ahead at most. */
const DAYS_AHEAD = 366;

/** One version more, for good; the same form sent twice publishes one. */
export async function publishTerms(
  tx: Transaction,
  { terms, publishedById }: { terms: TermsForm; publishedById: string },
): Promise<Result<{ isNew: boolean }, PublishTermsCode>> {
  const [newest] = await listTerms(tx);
  if (newest?.number === terms.number) {
    return sameValues(newest, terms)
      ? succeed({ isNew: false })
      : fail("terms_published_meanwhile");
  }
  if ((newest?.number ?? 0) + 1 !== terms.number) return fail("terms_published_meanwhile");
  const today = localDateOf(now());
  if (terms.effectiveOn < today) return fail("terms_day_past");
  // No version is in force before the one that came before it: a year mistyped would bar all that follow.
  if (terms.effectiveOn > addDays(today, DAYS_AHEAD)) return fail("terms_day_far");
  if (newest && terms.effectiveOn < newest.effectiveOn) return fail("terms_day_before");
  await tx.insert(sellerTerms).values({ ...terms, publishedAt: now(), publishedById });
  return succeed({ isNew: true });
}
