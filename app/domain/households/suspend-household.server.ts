import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionHousehold,
  type HouseholdMoved,
  type HouseholdProblem,
  type RefusingDecision,
} from "./transition-household.server";

/** Takes a household and with it all its products off the market; open orders go on. */
export async function suspendHousehold(
  tx: Transaction,
  decision: RefusingDecision,
): Promise<Result<HouseholdMoved, HouseholdProblem>> {
  return transitionHousehold(tx, { ...decision, from: ["approved"], to: "suspended" });
}
