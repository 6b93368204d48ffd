import { and, asc, count, eq, gt, inArray, isNull, max, or, sum, type SQL } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { BulkPage, BulkProduct, BulkStock } from "./types-household";

/** Four fields each at most: a form takes no more than sixty. */
const PAGE_SIZE = 15;

/**
 * A household's products as one page of prices and packs, the oldest first, so that new ones move nothing; one that is
 * removed does. Null outside the scope.
 */
export async function listBulkProducts(
  scope: Scope,
  of: { householdId: string; page: number },
): Promise<BulkPage | null> {
  if (!isInScope(scope, of.householdId)) return null;
  const isOwn = eq(products.householdId, of.householdId);
  const total = await reader().$count(products, isOwn);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(of.page, pageCount);
  const shown = await listWhere(isOwn, (page - 1) * PAGE_SIZE);
  return { products: shown, page, pageCount };
}

/** Those of a form, whatever has moved since it was made; what was removed is missing. None outside the scope. */
export async function listBulkProductsOf(
  scope: Scope,
  of: { householdId: string; keys: readonly string[] },
): Promise<BulkProduct[]> {
  if (!isInScope(scope, of.householdId)) return [];
  const ids = of.keys.map((key) => `prd_${key}`);
  return listWhere(and(eq(products.householdId, of.householdId), inArray(products.id, ids)), 0);
}

async function listWhere(where: SQL | undefined, offset: number): Promise<BulkProduct[]> {
  const rows = await reader()
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      packLabel: products.packLabel,
      status: products.status,
      priceVnd: products.priceVnd,
    })
    .from(products)
    .where(where)
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  const stocks = await countStocks(rows.map(({ id }) => id));
  return rows.map(({ id, ...product }) => ({
    ...product,
    key: id.replace(/^prd_/, ""),
    stock: stocks.get(id) ?? NO_STOCK,
  }));
}

const NO_STOCK: BulkStock = { lotCode: null, lotCount: 0, onHandCount: 0, reservedCount: 0 };

/** Of each product the lots with packs that are not recalled; with one of them its code. */
async function countStocks(productIds: readonly string[]): Promise<Map<string, BulkStock>> {
  const rows = await reader()
    .select({
      productId: lots.productId,
      lotCount: count(),
      code: max(lots.code),
      onHandCount: sum(lots.onHandCount).mapWith(Number),
      reservedCount: sum(lots.reservedCount).mapWith(Number),
    })
    .from(lots)
    .where(
      and(
        inArray(lots.productId, [...productIds]),
        isNull(lots.recalledAt),
        or(gt(lots.onHandCount, 0), gt(lots.reservedCount, 0)),
      ),
    )
    .groupBy(lots.productId)
    .limit(PAGE_SIZE);
  return new Map(
    rows.map(({ productId, code, ...sums }) => [
      productId,
      { ...sums, lotCode: sums.lotCount === 1 ? code : null },
    ]),
  );
}
