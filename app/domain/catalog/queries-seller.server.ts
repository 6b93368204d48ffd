import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { isOnSaleOn, isValidCertificateOn, listCards, PAGE_SIZE } from "./queries.server";
import type { SellerShelf } from "./types-places";

/**
 * A page of what one seller has on sale, by kind, in each what is in stock first, and how many of its certificates
 * are valid today. @param page from 1; beyond the last it is the last
 */
export async function listSellerShelf(
  householdSlug: string,
  page: number,
  language: Language,
): Promise<SellerShelf> {
  const [household] = await reader()
    .select({ id: households.id })
    .from(households)
    .where(eq(households.slug, householdSlug))
    .limit(1);
  const householdId = household?.id ?? "";
  const today = localDateOf(now());
  const isSold = and(isOnSaleOn(today), eq(products.householdId, householdId));
  const [counted] = await reader()
    .select({ total: count() })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isSold)
    .limit(1);
  const total = counted?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pageCount);
  const rows = await reader()
    .select({ searchId: products.searchId })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isSold)
    .orderBy(
      asc(products.ocopSet),
      sql`case when ${products.availableCount} > 0 then 0 else 1 end`,
      desc(products.publishedAt),
      desc(products.id),
    )
    .limit(PAGE_SIZE)
    .offset((shown - 1) * PAGE_SIZE);
  const cards = await listCards(
    rows.map((row) => row.searchId),
    language,
  );
  const certificateCount = await reader().$count(
    certificates,
    and(eq(certificates.householdId, householdId), isValidCertificateOn(today)),
  );
  return { cards, total, page: shown, pageCount, certificateCount };
}
