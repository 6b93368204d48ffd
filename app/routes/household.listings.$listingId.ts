import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { nextScreen } from "~/domain/catalog/listing-answers";
import { requirePermission } from "~/web/guard.server";
import { ownListing } from "~/web/own-listing.server";
import { paths } from "~/web/paths";

/** Where its household was with it. */
export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, answers } = await ownListing(args, entry);
  const next = nextScreen(answers);
  return redirect(next === null ? paths.listingSummary(id) : paths.listingScreen(id, next), 303);
}
