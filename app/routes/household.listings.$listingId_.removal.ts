import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { dropListing } from "~/domain/flows/drop-listing.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { hasDone } from "~/web/done-before.server";
import { requirePermission } from "~/web/guard.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "product.edit");
  return redirect(paths.listing(args.params["listingId"] ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "product.edit");
  const listingId = args.params["listingId"] ?? "";
  const found = await locateListing(entry.scope, listingId);
  const subject = { kind: "listing", id: listingId };
  if (found === null && (await hasDone(entry.actor, "listing.drop", subject))) {
    return redirect(paths.householdProducts(), 303);
  }
  const { id, householdId } = openListing(found);
  await dropListing(entry.actor, entry.scope, id);
  const households = await listDeskHouseholds(entry.scope);
  const household = households.find((one) => one.id === householdId)?.slug;
  return redirect(paths.householdProducts({ household }), 303);
}
