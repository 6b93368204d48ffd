import { and, desc, eq, ne } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { listingDrafts } from "~db/schema/catalog-listings";
import { households } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { Pack } from "./listing-packs";
import { LISTINGS_MAX } from "./listing-limits";
import { loadOwnListing, type ListingRow } from "./load-own-listing.server";
import { hintOf, type PriceHint } from "./price-hint";
import { isOnSaleOn } from "./queries.server";

/** Enough to say what is usual; the newest. */
const COMPARED_MAX = 2_000;

export type OwnListing = Pick<ListingRow, "id" | "householdId" | "answers" | "version">;

/** One draft of a household in the scope, or null. */
export async function findOwnListing(scope: Scope, listingId: string): Promise<OwnListing | null> {
  return loadOwnListing(reader(), scope, listingId);
}

/** The draft of this id, or the product that it has become; null where the scope has neither. */
export async function locateListing(
  scope: Scope,
  listingId: string,
): Promise<{ listing: OwnListing } | { slug: string } | null> {
  const listing = await findOwnListing(scope, listingId);
  if (listing) return { listing };
  const slug = await findListed(scope, listingId);
  return slug === null ? null : { slug };
}

/** The drafts of a household that are open, the last touched first; null outside the scope. */
export async function listOpenListings(
  scope: Scope,
  householdId: string,
): Promise<OwnListing[] | null> {
  if (!isInScope(scope, householdId)) return null;
  return reader()
    .select()
    .from(listingDrafts)
    .where(eq(listingDrafts.householdId, householdId))
    .orderBy(desc(listingDrafts.touchedAt), desc(listingDrafts.id))
    .limit(LISTINGS_MAX);
}

/** The address of the product that a draft has become; null while it has not, or outside the scope. */
export async function findListed(scope: Scope, listingId: string): Promise<string | null> {
  const [product] = await reader()
    .select({ slug: products.slug, householdId: products.householdId })
    .from(products)
    .where(eq(products.id, listingId))
    .limit(1);
  return product && isInScope(scope, product.householdId) ? product.slug : null;
}

/** What others ask for things with a name like it (`hintOf`), measured alike; null while too few of them are on sale. */
export async function findPriceHint(of: {
  householdId: string;
  name: string;
  ocopSet: number;
  pack: Pack;
}): Promise<PriceHint | null> {
  const { contentQuantity, contentUnit } = products;
  const others = await reader()
    .select({ name: products.name, priceVnd: products.priceVnd, contentQuantity })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(
      and(
        isOnSaleOn(localDateOf(now())),
        eq(products.ocopSet, of.ocopSet),
        eq(contentUnit, of.pack.contentUnit),
        ne(products.householdId, of.householdId),
      ),
    )
    .orderBy(desc(products.publishedAt), desc(products.id))
    .limit(COMPARED_MAX);
  return hintOf({ name: of.name, ...of.pack }, others);
}
