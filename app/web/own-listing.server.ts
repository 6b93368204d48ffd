import { redirect } from "@remix-run/node";
import {
  findListed,
  findOwnListing,
  type OwnListing,
} from "~/domain/catalog/queries-listing.server";
import type { DoorArgs, Entry } from "./guard.server";
import { notFound } from "./http-errors";
import { paths } from "./paths";

/**
 * The draft that the address names, of a household in the person's scope; 404 else. One that has become a product
 * leads to it, also who presses the last button twice.
 */
export async function ownListing(args: DoorArgs, { scope }: Entry): Promise<OwnListing> {
  const id = args.params["listingId"] ?? "";
  const listing = await findOwnListing(scope, id);
  if (listing) return listing;
  const slug = await findListed(scope, id);
  throw slug === null ? notFound() : redirect(paths.householdProduct(slug), 303);
}
