import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { formerProductSlugs, lots, products } from "~db/schema/catalog";
import type { ReadDatabase } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import type { EditedWords } from "./forms";
import type { ProductStatus } from "./product-status";
import { editedWordsOf } from "./update-product.server";

/** A lot with packs that is not recalled. */
export type TableLot = {
  code: string;
  madeOn: LocalDate;
  expiresOn: LocalDate | null;
  onHandCount: number;
  reservedCount: number;
};

/** All that a household's table says of a product. */
export type TableProduct = {
  id: string;
  slug: string;
  status: ProductStatus;
  words: EditedWords;
  priceVnd: number;
  /** The oldest first. */
  lots: TableLot[];
};

type Of = { householdId: string; productId?: string };

/** The products of a household, the oldest first, at most `limit`; or one of them. */
export async function listTableProducts(
  db: ReadDatabase,
  of: Of & { limit: number },
): Promise<TableProduct[]> {
  const rows = await db
    .select()
    .from(products)
    .where(isOf(of))
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(of.limit);
  const lotsOf = await listLots(db, of);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    status: row.status,
    words: editedWordsOf(row),
    priceVnd: row.priceVnd,
    lots: lotsOf.get(row.id) ?? [],
  }));
}

/** Which of a household's products had which addresses before; a table made earlier names them so. */
export async function listFormerSlugs(
  db: ReadDatabase,
  householdId: string,
): Promise<{ slug: string; productId: string }[]> {
  return db
    .select({ slug: formerProductSlugs.slug, productId: formerProductSlugs.productId })
    .from(formerProductSlugs)
    .innerJoin(products, eq(products.id, formerProductSlugs.productId))
    .where(eq(products.householdId, householdId))
    .limit(MAX_FORMER_SLUGS);
}

const MAX_FORMER_SLUGS = 50_000;
const MAX_LOTS = 50_000;

function isOf({ householdId, productId }: Of) {
  const ofHousehold = eq(products.householdId, householdId);
  return productId === undefined ? ofHousehold : and(ofHousehold, eq(products.id, productId));
}

async function listLots(db: ReadDatabase, of: Of): Promise<Map<string, TableLot[]>> {
  const rows = await db
    .select({
      productId: lots.productId,
      code: lots.code,
      madeOn: lots.madeOn,
      expiresOn: lots.expiresOn,
      onHandCount: lots.onHandCount,
      reservedCount: lots.reservedCount,
    })
    .from(lots)
    .innerJoin(products, eq(products.id, lots.productId))
    .where(
      and(
        isOf(of),
        isNull(lots.recalledAt),
        or(gt(lots.onHandCount, 0), gt(lots.reservedCount, 0)),
      ),
    )
    .orderBy(asc(lots.madeOn), asc(lots.code))
    .limit(MAX_LOTS);
  const lotsOf = new Map<string, TableLot[]>();
  for (const { productId, ...lot } of rows) {
    const known = lotsOf.get(productId);
    if (known) known.push(lot);
    else lotsOf.set(productId, [lot]);
  }
  return lotsOf;
}
