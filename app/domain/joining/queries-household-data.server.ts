import { asc, eq } from "drizzle-orm";
import { joiningItems, joiningSteps } from "~db/schema/joining";
import { termsAcceptances } from "~db/schema/joining-terms";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const ROWS_MAX = 5_000;

/** What a household did and was told while joining, for itself to take away; the caller has found it in the scope. */
export async function loadJoiningFacts(householdId: string) {
  const steps = await reader()
    .select({ step: joiningSteps, item: joiningItems.titleVi })
    .from(joiningSteps)
    .innerJoin(joiningItems, eq(joiningItems.id, joiningSteps.itemId))
    .where(eq(joiningSteps.householdId, householdId))
    .orderBy(asc(joiningSteps.id))
    .limit(ROWS_MAX);
  const terms = await reader()
    .select()
    .from(termsAcceptances)
    .where(eq(termsAcceptances.householdId, householdId))
    .orderBy(asc(termsAcceptances.number))
    .limit(ROWS_MAX);
  return {
    joining: steps.map(({ step, item }) => ({
      item,
      step: step.step,
      reason: step.reason,
      statement: step.statement,
      fileCount: step.files.length,
      occurredAt: isoInstant(step.occurredAt),
    })),
    acceptedTerms: terms.map(({ number, acceptedAt }) => ({
      number,
      acceptedAt: isoInstant(acceptedAt),
    })),
  };
}
