import { and, asc, count, eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { isOnSaleOn, isValidCertificate } from "./queries.server";
import type { PriceCardPage } from "./types-household";
import { unitPriceOf } from "./unit-price";

/** Six sheets of paper. */
const PAGE_SIZE = 48;

/**
 * What a household has on sale, by name, as it may be written on cards at a stall today, 48 a page; a page after the last
 * is the last. Null outside the scope.
 */
export async function listPriceCards(
  scope: Scope,
  of: { householdId: string; page: number },
): Promise<PriceCardPage | null> {
  const { householdId } = of;
  if (!isInScope(scope, householdId)) return null;
  const today = localDateOf(now());
  const isOnSale = and(eq(products.householdId, householdId), isOnSaleOn(today));
  const [all] = await reader()
    .select({ total: count() })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isOnSale);
  const pageCount = Math.max(1, Math.ceil((all?.total ?? 0) / PAGE_SIZE));
  const page = Math.min(of.page, pageCount);
  const rows = await reader()
    .select({
      slug: products.slug,
      name: products.name,
      packLabel: products.packLabel,
      priceVnd: products.priceVnd,
      contentQuantity: products.contentQuantity,
      contentUnit: products.contentUnit,
      isSample: products.isSample,
      stars: certificates.stars,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .leftJoin(certificates, isValidCertificate(today))
    .where(isOnSale)
    .orderBy(asc(products.name), asc(products.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const cards = rows.map(({ contentQuantity, contentUnit, ...card }) => ({
    ...card,
    unitPrice: unitPriceOf({ ...card, contentQuantity, contentUnit }),
  }));
  return { cards, page, pageCount };
}
