import { and, asc, count, eq, gt, inArray } from "drizzle-orm";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { productImportRows } from "~db/schema/exchange";
import type { ProductRow } from "~/domain/catalog/load-own-product.server";
import { listRemovable } from "~/domain/catalog/queries-removal.server";
import type { ReadDatabase } from "~/platform/db.server";
import { MAX_TABLE_ROWS } from "./table-columns";

/** What a file made and nobody has touched since: drafts of which nothing but their making is on record, in its order. */
export async function listUntouchedProducts(
  db: ReadDatabase,
  importId: string,
): Promise<ProductRow[]> {
  const ids = await listMade(db, importId);
  const touched = await listTouched(db, ids);
  const drafts = (await listRemovable(db, ids)).filter(
    ({ id, status }) => status === "draft" && !touched.has(id),
  );
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  return drafts.toSorted((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
}

/** How many of the products that a file made are still there. */
export async function countMadeProducts(db: ReadDatabase, importId: string): Promise<number> {
  return db.$count(products, inArray(products.id, await listMade(db, importId)));
}

async function listMade(db: ReadDatabase, importId: string): Promise<string[]> {
  const rows = await db
    .select({ plan: productImportRows.plan })
    .from(productImportRows)
    .where(
      and(
        eq(productImportRows.importId, importId),
        eq(productImportRows.kind, "new"),
        eq(productImportRows.outcome, "written"),
      ),
    )
    .orderBy(asc(productImportRows.position))
    .limit(MAX_TABLE_ROWS);
  return rows.flatMap(({ plan }) => plan.productId ?? []);
}

async function listTouched(db: ReadDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: auditEntries.subjectId })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, "product"), inArray(auditEntries.subjectId, [...ids])))
    .groupBy(auditEntries.subjectId)
    .having(gt(count(), 1))
    .limit(MAX_TABLE_ROWS);
  return new Set(rows.map(({ id }) => id));
}
