import { and, asc, eq, ne } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { contracts } from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { SERVICE_SET } from "~/domain/catalog/ocop-sets";
import { isOnSaleOn } from "~/domain/catalog/queries.server";
import { readingKey } from "~/domain/identity/link-key.server";
import { isSamePhone } from "~/domain/identity/phone";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { readReadableCode } from "~/platform/readable-code";
import { LINES_MAX } from "./contract-terms";
import type { AskableHousehold } from "./types";

/**
 * What an approved household has on sale, for the form that asks for a price; the product whose page the buyer comes from
 * stands first, at most 20 in all. Null for a household that is not shown.
 */
export async function findAskable(
  householdSlug: string,
  firstSlug: string,
): Promise<AskableHousehold | null> {
  const [household] = await reader()
    .select({ id: households.id, slug: households.slug, name: households.name })
    .from(households)
    .where(and(eq(households.slug, householdSlug), eq(households.status, "approved")))
    .limit(1);
  if (!household) return null;
  const select = () =>
    reader()
      .select({
        id: products.id,
        slug: products.slug,
        name: products.name,
        nameEn: products.nameEn,
        packLabel: products.packLabel,
        packLabelEn: products.packLabelEn,
        priceVnd: products.priceVnd,
      })
      .from(products)
      .innerJoin(households, eq(households.id, products.householdId));
  const isOnSale = and(
    eq(products.householdId, household.id),
    isOnSaleOn(localDateOf(now())),
    ne(products.ocopSet, SERVICE_SET), // a contract of sale is about goods
  );
  const first = await select()
    .where(and(isOnSale, eq(products.slug, firstSlug)))
    .limit(1);
  const all = await select()
    .where(isOnSale)
    .orderBy(asc(products.createdAt), asc(products.id))
    .limit(LINES_MAX);
  const others = all.filter((one) => one.slug !== firstSlug);
  return { ...household, products: [...first, ...others].slice(0, LINES_MAX) };
}

/**
 * The contract that a buyer looks for by its number and their phone, however both are written; null when they do not belong
 * together. Asking is for the caller to limit.
 */
export async function findContractByPhone(
  typedCode: string,
  phone: string,
): Promise<{ code: string; key: string } | null> {
  const code = readReadableCode("HD", typedCode);
  if (code === null) return null;
  const [contract] = await reader()
    .select({ buyerPhone: contracts.buyerPhone })
    .from(contracts)
    .where(eq(contracts.code, code))
    .limit(1);
  if (!contract || !isSamePhone(contract.buyerPhone, phone)) return null;
  return { code, key: readingKey("contract", code) };
}
