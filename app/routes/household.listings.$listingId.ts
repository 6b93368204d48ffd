import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { nextScreen } from "~/domain/catalog/listing-answers";
import { requirePermission } from "~/web/guard.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

/** Where its household was with it. */
export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, answers } = openListing(
    await locateListing(entry.scope, args.params["listingId"] ?? ""),
  );
  const next = nextScreen(answers);
  return redirect(next === null ? paths.listingSummary(id) : paths.listingScreen(id, next), 303);
}
