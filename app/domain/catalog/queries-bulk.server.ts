import { and, asc, count, eq, gt, inArray, isNull, max, or, sum } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import type { BulkPage, BulkStock } from "./types-household";

/** Four fields each at most: a form takes no more than sixty. */
const PAGE_SIZE = 15;

/**
 * A household's products as one page of prices and packs, the oldest first, so that nothing moves to another place while
 * somebody types. Null outside the scope.
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
    .where(isOwn)
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const stocks = await countStocks(rows.map(({ id }) => id));
  const shown = rows.map(({ id, ...product }) => ({
    ...product,
    key: id.replace(/^prd_/, ""),
    stock: stocks.get(id) ?? NO_STOCK,
  }));
  return { products: shown, page, pageCount };
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
