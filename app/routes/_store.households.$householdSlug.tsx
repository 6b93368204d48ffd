import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSellerShelf } from "~/domain/catalog/queries-seller.server";
import { shippingByZone } from "~/domain/fulfilment/queries.server";
import { findPublicHousehold } from "~/domain/households/queries-public.server";
import { reader } from "~/platform/db.server";
import { HouseholdFacts } from "~/ui/catalog/household-facts";
import { HouseholdHead } from "~/ui/catalog/household-head";
import { HouseholdShelf } from "~/ui/catalog/household-shelf";
import { photoWidthFor } from "~/ui/catalog/product-picture";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

// What a first parcel usually weighs at most; the price of a heavier one stands with each product.
const EXAMPLE_GRAMS = 1_000;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { t } = siteOf(matches);
  if (!data) return [{ title: t("common.notFoundTitle") }];
  const { household, shelf } = data;
  const { photo } = household;
  return publicMeta(matches, {
    title: household.name,
    description: household.story || `${household.communeName}, ${household.provinceName}`,
    path: `/households/${household.slug}${shelf.page > 1 ? `?page=${shelf.page}` : ""}`,
    ...(photo ? { image: paths.photo(photo.id, photoWidthFor(photo, 800), "jpg") } : {}),
  });
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const household = await findPublicHousehold(args.params["householdSlug"] ?? "", language);
  if (!household) throw notFound();
  const page = pageOf(new URL(args.request.url).searchParams.get("page"));
  return {
    household,
    shelf: await listSellerShelf(household.slug, page, language),
    shipping: await shippingByZone(reader(), EXAMPLE_GRAMS),
  };
}

export default function HouseholdPage() {
  const { household, shelf, shipping } = useLoaderData<typeof loader>();
  return (
    <>
      <HouseholdHead household={household}>
        <HouseholdFacts household={household} shelf={shelf} shipping={shipping} />
      </HouseholdHead>
      <HouseholdShelf slug={household.slug} shelf={shelf} />
    </>
  );
}
