import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionHousehold,
  type HouseholdMoved,
  type HouseholdProblem,
  type RefusingDecision,
} from "./transition-household.server";

/** The department says no, with a reason that the household reads. */
export async function rejectHousehold(
  tx: Transaction,
  decision: RefusingDecision,
): Promise<Result<HouseholdMoved, HouseholdProblem>> {
  return transitionHousehold(tx, { ...decision, from: ["pending"], to: "rejected" });
}
