import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { locateListing } from "~/domain/catalog/queries-listing.server";
import { dropListing } from "~/domain/flows/drop-listing.server";
import { listDeskHouseholds } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { ListingRemoval } from "~/ui/listing/listing-removal";
import { listingName } from "~/ui/listing/open-listings";
import { useT } from "~/ui/site";
import { hasDone } from "~/web/done-before.server";
import { requirePermission } from "~/web/guard.server";
import { openListing } from "~/web/open-listing";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("listing.dropPage"));

/** The question before a draft is given up. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "product.edit");
  const listing = openListing(await locateListing(scope, args.params["listingId"] ?? ""));
  const { id, householdId, answers } = listing;
  return { deskHouseholdId: householdId, listingId: id, answers };
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

export default function ListingRemovalPage() {
  const { listingId, answers } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const backHref = paths.householdProducts(query);
  return (
    <>
      <BackLink href={backHref} text={t("households.backToProducts")} />
      <h1 className="text-3xl wrap-anywhere">
        {t("households.removeTitle", { name: listingName({ t, mark }, answers) })}
      </h1>
      <ListingRemoval {...{ listingId, backHref }} />
    </>
  );
}
