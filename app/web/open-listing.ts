import { redirect } from "@remix-run/node";
import { notFound } from "./http-errors";
import { paths } from "./paths";

/**
 * The draft that an address names; 404 without one. One that has become a product leads to it, also who presses the
 * last button twice.
 */
export function openListing<Listing>(
  found: { listing: Listing } | { slug: string } | null,
): Listing {
  if (found === null) throw notFound();
  if ("listing" in found) return found.listing;
  throw redirect(paths.householdProduct(found.slug), 303);
}
