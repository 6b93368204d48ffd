import { and, count, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { contracts, contractVersions } from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { TAB_STATUSES, type ContractTab } from "./contract-status";
import type { ContractPage, ContractSummary } from "./types";

const PAGE_SIZE = 20;
const OWN_MAX = 50;

/** A household's contracts, newest first, 20 a page; null outside the scope. */
export async function listHouseholdContracts(
  scope: Scope,
  params: { householdId: string; tab: ContractTab; page: number },
): Promise<ContractPage | null> {
  const { householdId, tab, page } = params;
  if (!isInScope(scope, householdId)) return null;
  return listPage(and(eq(contracts.householdId, householdId), isInTab(tab)), page);
}

/** All contracts of the province for the department, newest first, 20 a page. */
export async function listContracts(params: {
  tab: ContractTab;
  page: number;
}): Promise<ContractPage> {
  return listPage(isInTab(params.tab), params.page);
}

/** Those of a signed-in buyer, newest first; at most 50. */
export async function listBuyersContracts(buyerId: string): Promise<ContractSummary[]> {
  return selectSummaries()
    .where(eq(contracts.buyerId, buyerId))
    .orderBy(desc(contracts.openedAt), desc(contracts.id))
    .limit(OWN_MAX);
}

/** Questions that this household has not answered; the caller has found it in the scope. */
export async function countRequestedContracts(householdId: string): Promise<number> {
  return reader().$count(
    contracts,
    and(eq(contracts.householdId, householdId), eq(contracts.status, "requested")),
  );
}

function isInTab(tab: ContractTab): SQL {
  return inArray(contracts.status, [...TAB_STATUSES[tab]]);
}

async function listPage(isListed: SQL | undefined, asked: number): Promise<ContractPage> {
  const [counted] = await reader()
    .select({ contractCount: count() })
    .from(contracts)
    .where(isListed);
  const pageCount = Math.max(1, Math.ceil((counted?.contractCount ?? 0) / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  const found = await selectSummaries()
    .where(isListed)
    .orderBy(desc(contracts.openedAt), desc(contracts.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { contracts: found, page, pageCount };
}

function selectSummaries() {
  const newestItems = reader()
    .select({ itemsVnd: contractVersions.itemsVnd })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contracts.id))
    .orderBy(desc(contractVersions.number))
    .limit(1);
  return reader()
    .select({
      code: contracts.code,
      status: contracts.status,
      householdName: households.name,
      buyerName: contracts.buyerName,
      itemsVnd: sql<number | null>`(${newestItems})`,
      openedAt: contracts.openedAt,
      clockAt: contracts.clockAt,
      isSample: contracts.isSample,
    })
    .from(contracts)
    .innerJoin(households, eq(households.id, contracts.householdId));
}
