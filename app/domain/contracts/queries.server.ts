import { asc, desc, eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import {
  contractAsks,
  contractCheckouts,
  contractConfirmations,
  contractEvents,
  contracts,
  contractSignatures,
  contractVersions,
} from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { checkouts, orders } from "~db/schema/orders";
import { communes, provinces } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { contractHash } from "./contract-hash.server";
import { LINES_MAX } from "./contract-terms";
import { countProgress, loadLines } from "./queries-records.server";
import type { ContractParty } from "./contract-parties";
import type { ContractAsk, ContractOrder, ContractVersionView, ContractView } from "./types";

const ORDERS_MAX = 100;
const EVENTS_MAX = 200;

/** A contract with all that belongs to it; null where there is none, and outside the scope. */
export async function findContract(code: string, scope: Scope): Promise<ContractView | null> {
  const [row] = await reader()
    .select({
      id: contracts.id,
      code: contracts.code,
      status: contracts.status,
      householdId: contracts.householdId,
      householdName: households.name,
      householdSlug: households.slug,
      householdContact: households.contactName,
      householdPhone: households.phone,
      buyerName: contracts.buyerName,
      buyerTaxCode: contracts.buyerTaxCode,
      representative: contracts.representative,
      representativeTitle: contracts.representativeTitle,
      buyerPhone: contracts.buyerPhone,
      addressLine: contracts.addressLine,
      communeName: communes.name,
      provinceName: provinces.name,
      wishedBy: contracts.wishedBy,
      note: contracts.note,
      openedAt: contracts.openedAt,
      clockAt: contracts.clockAt,
      isSample: contracts.isSample,
    })
    .from(contracts)
    .innerJoin(households, eq(households.id, contracts.householdId))
    .innerJoin(communes, eq(communes.code, contracts.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(contracts.code, code))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return null;
  const { addressLine, communeName, provinceName, ...contract } = row;
  return {
    ...contract,
    buyerAddress: [addressLine, communeName, provinceName].join(", "),
    asks: await listAsks(row.id),
    version: await findVersion(row.id),
    progress: await countProgress(reader(), row.id),
    orders: await listOrders(row.id),
    events: await listEvents(row.id),
  };
}

async function listAsks(contractId: string): Promise<ContractAsk[]> {
  const rows = await reader()
    .select({
      productId: products.id,
      productName: products.name,
      productNameEn: products.nameEn,
      packLabel: products.packLabel,
      packLabelEn: products.packLabelEn,
      ocopSet: products.ocopSet,
      packCount: contractAsks.packCount,
      shopPriceVnd: products.priceVnd,
      status: products.status,
    })
    .from(contractAsks)
    .innerJoin(products, eq(products.id, contractAsks.productId))
    .where(eq(contractAsks.contractId, contractId))
    .orderBy(asc(contractAsks.id))
    .limit(LINES_MAX);
  return rows.map(({ status, ...row }) => ({ ...row, isOnSale: status === "published" }));
}

async function findVersion(contractId: string): Promise<ContractVersionView | null> {
  const [row] = await reader()
    .select({
      id: contractVersions.id,
      number: contractVersions.number,
      itemsVnd: contractVersions.itemsVnd,
      shippingVnd: contractVersions.shippingVnd,
      deliveriesMax: contractVersions.deliveriesMax,
      deliverBy: contractVersions.deliverBy,
      method: contractVersions.method,
      paymentDays: contractVersions.paymentDays,
      validUntil: contractVersions.validUntil,
      extraTerms: contractVersions.extraTerms,
      text: contractVersions.text,
      textHash: contractVersions.textHash,
      offeredAt: contractVersions.offeredAt,
    })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contractId))
    .orderBy(desc(contractVersions.number))
    .limit(1);
  if (!row) return null;
  const { id, ...version } = row;
  const confirmations = await reader()
    .select({
      party: contractConfirmations.party,
      signerName: contractConfirmations.signerName,
      channel: contractConfirmations.channel,
      confirmedAt: contractConfirmations.confirmedAt,
      textHash: contractConfirmations.textHash,
    })
    .from(contractConfirmations)
    .where(eq(contractConfirmations.versionId, id))
    .orderBy(asc(contractConfirmations.id))
    .limit(2);
  const signatures = await reader()
    .select({ party: contractSignatures.party })
    .from(contractSignatures)
    .where(eq(contractSignatures.versionId, id))
    .limit(2);
  const hash = contractHash(version.text);
  return {
    ...version,
    shippingVnd: vnd(version.shippingVnd),
    lines: await loadLines(reader(), id),
    isIntact: hash === version.textHash && confirmations.every(({ textHash }) => textHash === hash),
    confirmations: confirmations.map(({ textHash: _hash, ...one }) => one),
    signedBy: signatures.map(({ party }) => party),
  };
}

async function listOrders(contractId: string): Promise<ContractOrder[]> {
  return reader()
    .select({
      orderCode: orders.code,
      checkoutCode: checkouts.code,
      status: orders.status,
      totalVnd: orders.totalVnd,
      placedAt: orders.placedAt,
      payBy: checkouts.payBy,
    })
    .from(contractCheckouts)
    .innerJoin(checkouts, eq(checkouts.id, contractCheckouts.checkoutId))
    .innerJoin(orders, eq(orders.checkoutId, checkouts.id))
    .where(eq(contractCheckouts.contractId, contractId))
    .orderBy(asc(orders.id))
    .limit(ORDERS_MAX);
}

async function listEvents(contractId: string) {
  return reader()
    .select({
      toStatus: contractEvents.toStatus,
      movedBy: contractEvents.movedBy,
      note: contractEvents.note,
      occurredAt: contractEvents.occurredAt,
    })
    .from(contractEvents)
    .where(eq(contractEvents.contractId, contractId))
    .orderBy(asc(contractEvents.id))
    .limit(EVENTS_MAX);
}

/** The text of a contract's newest version, byte for byte, or a party's signature over it as base64. */
export async function findContractFiles(
  code: string,
  scope: Scope,
): Promise<{ text: string; signatures: { party: ContractParty; cms: string }[] } | null> {
  const [row] = await reader()
    .select({
      id: contractVersions.id,
      householdId: contracts.householdId,
      text: contractVersions.text,
    })
    .from(contractVersions)
    .innerJoin(contracts, eq(contracts.id, contractVersions.contractId))
    .where(eq(contracts.code, code))
    .orderBy(desc(contractVersions.number))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return null;
  const signatures = await reader()
    .select({ party: contractSignatures.party, cms: contractSignatures.cms })
    .from(contractSignatures)
    .where(eq(contractSignatures.versionId, row.id))
    .limit(2);
  return { text: row.text, signatures };
}
