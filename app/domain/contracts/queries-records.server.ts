import { and, asc, count, desc, eq, inArray, lte, notInArray, sum } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import {
  contractAsks,
  contractCheckouts,
  contractLines,
  contracts,
  contractVersions,
} from "~db/schema/contracts";
import { lineItems, orders } from "~db/schema/orders";
import type { OrderStatus } from "~/domain/orders/order-status";
import type { ReadDatabase } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { LINES_MAX } from "./contract-terms";
import type { ContractStatus } from "./contract-status";
import type { ContractRecord, OfferRecord } from "./types";

/** A contract by its number, or null. Whether the person may see it is for the caller to ask. */
export async function loadContract(db: ReadDatabase, code: string): Promise<ContractRecord | null> {
  const [contract] = await db
    .select({
      id: contracts.id,
      code: contracts.code,
      householdId: contracts.householdId,
      status: contracts.status,
      clockAt: contracts.clockAt,
      buyerId: contracts.buyerId,
      buyerName: contracts.buyerName,
      buyerTaxCode: contracts.buyerTaxCode,
      representative: contracts.representative,
      representativeTitle: contracts.representativeTitle,
      buyerPhone: contracts.buyerPhone,
      communeCode: contracts.communeCode,
      addressLine: contracts.addressLine,
      language: contracts.language,
    })
    .from(contracts)
    .where(eq(contracts.code, code))
    .limit(1);
  return contract ?? null;
}

/** The number of the contract that this form had opened before, or null. */
export async function findOpened(db: ReadDatabase, submissionKey: string): Promise<string | null> {
  const [row] = await db
    .select({ code: contracts.code })
    .from(contracts)
    .where(eq(contracts.submissionKey, submissionKey))
    .limit(1);
  return row?.code ?? null;
}

/** Packs that the buyer asked for, by product. */
export async function listAsked(db: ReadDatabase, contractId: string): Promise<string[]> {
  const rows = await db
    .select({ productId: contractAsks.productId })
    .from(contractAsks)
    .where(eq(contractAsks.contractId, contractId))
    .orderBy(asc(contractAsks.id))
    .limit(LINES_MAX);
  return rows.map((row) => row.productId);
}

/** The newest terms, or null before the household has offered any. */
export async function loadOffer(db: ReadDatabase, contractId: string): Promise<OfferRecord | null> {
  const [version] = await db
    .select({
      id: contractVersions.id,
      number: contractVersions.number,
      textHash: contractVersions.textHash,
      itemsVnd: contractVersions.itemsVnd,
      shippingVnd: contractVersions.shippingVnd,
      deliveriesMax: contractVersions.deliveriesMax,
      deliverBy: contractVersions.deliverBy,
      method: contractVersions.method,
      paymentDays: contractVersions.paymentDays,
      validUntil: contractVersions.validUntil,
      extraTerms: contractVersions.extraTerms,
    })
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contractId))
    .orderBy(desc(contractVersions.number))
    .limit(1);
  if (!version) return null;
  const lines = await loadLines(db, version.id);
  return { ...version, shippingVnd: vnd(version.shippingVnd), lines };
}

/** The lines of a version, in the order in which they were offered. */
export async function loadLines(db: ReadDatabase, versionId: string) {
  const rows = await db
    .select({
      productId: contractLines.productId,
      productName: contractLines.productName,
      packLabel: contractLines.packLabel,
      ocopSet: products.ocopSet,
      quantity: contractLines.quantity,
      unitPriceVnd: contractLines.unitPriceVnd,
    })
    .from(contractLines)
    .innerJoin(products, eq(products.id, contractLines.productId))
    .where(eq(contractLines.versionId, versionId))
    .orderBy(asc(contractLines.id))
    .limit(LINES_MAX);
  return rows.map((row) => ({ ...row, unitPriceVnd: vnd(row.unitPriceVnd) }));
}

/** The id of the contract that this form has made a version of, or null. */
export async function findVersionOwner(
  db: ReadDatabase,
  versionId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ contractId: contractVersions.contractId })
    .from(contractVersions)
    .where(eq(contractVersions.id, versionId))
    .limit(1);
  return row?.contractId ?? null;
}

/** Orders that came to nothing: their packs are still to be delivered. */
const VOID_STATUSES = [
  "expired",
  "cancelled",
  "refused",
  "lost",
] as const satisfies readonly OrderStatus[];

/** Orders under the contract that came to something. */
export async function countDeliveries(db: ReadDatabase, contractId: string): Promise<number> {
  const [row] = await db
    .select({ orderCount: count() })
    .from(contractCheckouts)
    .innerJoin(orders, eq(orders.checkoutId, contractCheckouts.checkoutId))
    .where(
      and(
        eq(contractCheckouts.contractId, contractId),
        notInArray(orders.status, [...VOID_STATUSES]),
      ),
    );
  return row?.orderCount ?? 0;
}

/** By product: packs of the contract in orders that stand, and of them those that were delivered. */
export async function countProgress(
  db: ReadDatabase,
  contractId: string,
): Promise<{ productId: string; orderedCount: number; deliveredCount: number }[]> {
  const rows = await db
    .select({
      productId: lineItems.productId,
      status: orders.status,
      packCount: sum(lineItems.quantity).mapWith(Number),
    })
    .from(contractCheckouts)
    .innerJoin(orders, eq(orders.checkoutId, contractCheckouts.checkoutId))
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .where(
      and(
        eq(contractCheckouts.contractId, contractId),
        notInArray(orders.status, [...VOID_STATUSES]),
      ),
    )
    .groupBy(lineItems.productId, orders.status);
  const found = new Map<
    string,
    { productId: string; orderedCount: number; deliveredCount: number }
  >();
  for (const { productId, status, packCount } of rows) {
    const one = found.get(productId) ?? { productId, orderedCount: 0, deliveredCount: 0 };
    one.orderedCount += packCount;
    if (status === "delivered") one.deliveredCount += packCount;
    found.set(productId, one);
  }
  return [...found.values()];
}

/** The number of the contract that this checkout is a delivery of, or null. */
export async function findContractOf(db: ReadDatabase, checkoutId: string): Promise<string | null> {
  const [row] = await db
    .select({ code: contracts.code })
    .from(contractCheckouts)
    .innerJoin(contracts, eq(contracts.id, contractCheckouts.contractId))
    .where(eq(contractCheckouts.checkoutId, checkoutId))
    .limit(1);
  return row?.code ?? null;
}

/** Contracts whose time is up now, the longest overdue first. */
export async function listOverdueContracts(
  db: ReadDatabase,
  due: { atInstant: number; limit: number },
): Promise<{ code: string; status: ContractStatus }[]> {
  return db
    .select({ code: contracts.code, status: contracts.status })
    .from(contracts)
    .where(
      and(
        inArray(contracts.status, ["requested", "offered", "concluded"]),
        lte(contracts.clockAt, due.atInstant),
      ),
    )
    .orderBy(asc(contracts.clockAt))
    .limit(due.limit);
}
