import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { dropListing } from "~/domain/flows/drop-listing.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { requirePermission } from "~/web/guard.server";
import { ownListing } from "~/web/own-listing.server";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.edit");
  return redirect(paths.listing(args.params["listingId"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const { id, householdId } = await ownListing(args, entry);
  await dropListing(entry.actor, entry.scope, id);
  const households = await listDeskHouseholds(entry.scope);
  const household = households.find((one) => one.id === householdId)?.slug;
  return redirect(paths.householdProducts({ household }), 303);
}
