import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionHousehold,
  type HouseholdMoved,
  type HouseholdProblem,
  type HouseholdDecision,
} from "./transition-household.server";

/** The household may sell from now on; one that was refused may be looked at again. */
export async function approveHousehold(
  tx: Transaction,
  decision: HouseholdDecision,
): Promise<Result<HouseholdMoved, HouseholdProblem>> {
  return transitionHousehold(tx, {
    ...decision,
    from: ["pending", "rejected"],
    to: "approved",
    reason: null,
  });
}
