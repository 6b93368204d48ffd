import { sellerTerms } from "~db/schema/joining-terms";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import type { TermsForm } from "./forms-terms";
import { listTerms } from "./queries-terms.server";

export type PublishTermsCode = "terms_published_meanwhile" | "terms_day_past" | "terms_day_before";

/** One version more, for good; the same form sent twice publishes one. */
export async function publishTerms(
  tx: Transaction,
  { terms, publishedById }: { terms: TermsForm; publishedById: string },
): Promise<Result<{ isNew: boolean }, PublishTermsCode>> {
  const [newest] = await listTerms(tx);
  if (newest?.number === terms.number) {
    const isSame = newest.textVi === terms.textVi && newest.effectiveOn === terms.effectiveOn;
    return isSame ? succeed({ isNew: false }) : fail("terms_published_meanwhile");
  }
  if ((newest?.number ?? 0) + 1 !== terms.number) return fail("terms_published_meanwhile");
  if (terms.effectiveOn < localDateOf(now())) return fail("terms_day_past");
  if (newest && terms.effectiveOn < newest.effectiveOn) return fail("terms_day_before");
  await tx.insert(sellerTerms).values({ ...terms, publishedAt: now(), publishedById });
  return succeed({ isNew: true });
}
