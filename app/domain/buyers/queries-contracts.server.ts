import { asc, eq, type SQL } from "drizzle-orm";
import { contractEvents, contracts, contractVersions } from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { eventData, groupBy } from "./event-data";
import { OWN_MAX } from "./queries-own.server";
import type { ContractData } from "./types-export";

/** The wholesale contracts that `which` (of `contracts`) names, whatever became of them, the oldest first. */
export async function listContracts(which: SQL): Promise<ContractData[]> {
  const rows = await reader()
    .select({ contract: contracts, seller: households.name })
    .from(contracts)
    .innerJoin(households, eq(households.id, contracts.householdId))
    .where(which)
    .orderBy(asc(contracts.openedAt), asc(contracts.id))
    .limit(OWN_MAX);
  const versions = await reader()
    .select({ version: contractVersions })
    .from(contractVersions)
    .innerJoin(contracts, eq(contracts.id, contractVersions.contractId))
    .where(which)
    .orderBy(asc(contractVersions.number))
    .limit(OWN_MAX);
  const events = await reader()
    .select({ event: contractEvents })
    .from(contractEvents)
    .innerJoin(contracts, eq(contracts.id, contractEvents.contractId))
    .where(which)
    .orderBy(asc(contractEvents.id))
    .limit(OWN_MAX);
  const versionsOf = groupBy(versions, ({ version }) => version.contractId);
  const eventsOf = groupBy(events, ({ event }) => event.contractId);
  return rows.map(({ contract, seller }) => ({
    code: contract.code,
    seller,
    status: contract.status,
    openedAt: isoInstant(contract.openedAt),
    buyerName: contract.buyerName,
    buyerTaxCode: contract.buyerTaxCode,
    representative: contract.representative,
    representativeTitle: contract.representativeTitle,
    buyerPhone: contract.buyerPhone,
    communeCode: contract.communeCode,
    addressLine: contract.addressLine,
    note: contract.note,
    texts: (versionsOf.get(contract.id) ?? []).map(({ version }) => ({
      number: version.number,
      text: version.text,
      sha256: version.textHash,
      offeredAt: isoInstant(version.offeredAt),
    })),
    events: (eventsOf.get(contract.id) ?? []).map(({ event }) =>
      eventData({ ...event, words: event.note }),
    ),
  }));
}
