import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { dropListing } from "~/domain/flows/drop-listing.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { requirePermission } from "~/web/guard.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.edit");
  return redirect(paths.listing(args.params["listingId"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, householdId } = openListing(
    await locateListing(entry.scope, args.params["listingId"] ?? ""),
  );
  await dropListing(entry.actor, entry.scope, id);
  const households = await listDeskHouseholds(entry.scope);
  const household = households.find((one) => one.id === householdId)?.slug;
  return redirect(paths.householdProducts({ household }), 303);
}
