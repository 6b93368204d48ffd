import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { TermsForm } from "~/domain/joining/forms-terms";
import { publishTerms, type PublishTermsCode } from "~/domain/joining/publish-terms.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department publishes a version of what sellers agree to. */
export async function publishSellerTerms(
  actor: UserActor,
  terms: TermsForm,
): Promise<Result<null, PublishTermsCode>> {
  return inTransaction(async (tx) => {
    const published = await publishTerms(tx, { terms, publishedById: actor.userId });
    if (!published.ok) return published;
    if (published.value.isNew) {
      const { number, effectiveOn, changeVi } = terms;
      await recordAction(tx, {
        actor,
        action: "seller_terms.publish",
        subject: { kind: "seller_terms", id: String(number) },
        after: { effectiveOn, changeVi },
      });
    }
    return succeed(null);
  });
}
