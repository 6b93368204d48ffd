import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionHousehold,
  type HouseholdMoved,
  type HouseholdProblem,
  type HouseholdDecision,
} from "./transition-household.server";

/** Lets a suspended household sell again; what it had published shows again. */
export async function restoreHousehold(
  tx: Transaction,
  decision: HouseholdDecision,
): Promise<Result<HouseholdMoved, HouseholdProblem>> {
  return transitionHousehold(tx, {
    ...decision,
    from: ["suspended"],
    to: "approved",
    reason: null,
  });
}
