import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { listHouseholdPapers } from "~/domain/catalog/queries-household-data.server";
import { listHouseholdCertificates } from "~/domain/certificates/queries-household-data.server";
import { loadComplianceFacts } from "~/domain/compliance/queries-household-data.server";
import { listHouseholdContracts } from "~/domain/contracts/queries-household-data.server";
import { loadHouseholdFacts } from "~/domain/households/queries-household-data.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { loadJoiningFacts } from "~/domain/joining/queries-household-data.server";
import { listHouseholdPosts } from "~/domain/reviews/queries-household-data.server";
import { findHouseholdAccount } from "~/domain/settlement/queries-payouts.server";
import {
  listHouseholdHarvests,
  listHouseholdMatches,
} from "~/domain/supply/queries-household-data.server";
import { loadTrainingFacts } from "~/domain/training/queries-household-data.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * What the market knows of a household beside its tables of goods, sales and money, for itself to take away; of other people
 * no more than its desk shows of them. It leaves our hands: who took it is on record.
 */
export async function exportHousehold(
  actor: UserActor,
  scope: Scope,
  householdId: string,
): Promise<Result<object, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const subject = { kind: "household", id: householdId } as const;
  await inTransaction((tx) => recordAction(tx, { actor, action: "household.export", subject }));
  return succeed(await loadHouseholdExport(householdId));
}

/** The facts themselves; that they leave our hands is for the caller to record. */
export async function loadHouseholdExport(householdId: string): Promise<object> {
  const account = await findHouseholdAccount(householdId);
  return {
    format: "cho-phien.household-data",
    version: 1,
    madeAt: isoInstant(now()),
    ...(await loadHouseholdFacts(householdId)),
    ...(await loadJoiningFacts(householdId)),
    ...(await loadTrainingFacts(householdId)),
    harvestsToldOf: await listHouseholdHarvests(householdId),
    buyersSent: await listHouseholdMatches(householdId),
    papers: await listHouseholdPapers(householdId),
    certificates: await listHouseholdCertificates(householdId),
    contracts: await listHouseholdContracts(householdId),
    posts: await listHouseholdPosts(householdId),
    ...(await loadComplianceFacts(householdId)),
    payoutAccount: account && { bank: account.bankName, ending: account.accountEnding },
  };
}
