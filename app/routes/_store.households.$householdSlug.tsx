import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { householdCardVersion } from "~/domain/catalog/household-card-version.server";
import { householdPictureFactsOf } from "~/domain/catalog/picture-facts";
import { listSellerShelf } from "~/domain/catalog/queries-seller.server";
import { shippingByZone } from "~/domain/fulfilment/queries.server";
import { findPublicHousehold } from "~/domain/households/queries-public.server";
import { closingOn } from "~/domain/households/shop-closure";
import { nextShipDay } from "~/domain/households/ship-days";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { Breadcrumbs, trailTo } from "~/ui/catalog/breadcrumbs";
import { HouseholdFacts } from "~/ui/catalog/household-facts";
import { HouseholdHead } from "~/ui/catalog/household-head";
import { HouseholdShelf } from "~/ui/catalog/household-shelf";
import { breadcrumbJsonLd, householdJsonLd, jsonLdMeta, listJsonLd } from "~/ui/catalog/json-ld";
import { failureMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { ClosureNotice } from "~/ui/fulfilment/closure-notice";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

// What a first parcel usually weighs at most; the price of a heavier one stands with each product.
const EXAMPLE_PARCEL = { ocopSet: 4, weightGrams: 1_000, packageSize: null, quantity: 1 };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const site = siteOf(matches);
  if (!data) return failureMeta(matches, notFound());
  const { household, shelf, cardPath } = data;
  const place = `${household.communeName}, ${household.provinceName}`;
  const { name, slug } = household;
  const page = { name, href: paths.household(site.language, slug) };
  return [
    ...publicMeta(matches, {
      title: name,
      by: household.communeName,
      description: household.story || `${name}. ${place}`,
      path: `/households/${slug}${shelf.page > 1 ? `?page=${shelf.page}` : ""}`,
      isIndexed: shelf.page === 1,
      ...(cardPath ? { picture: { path: cardPath, alt: `${name}, ${place}` } } : {}),
    }),
    jsonLdMeta(
      householdJsonLd(site, household),
      breadcrumbJsonLd(site, [...trailTo(site.t, site.language), page]),
      listJsonLd(site, { name: site.t("catalog.householdProducts"), cards: shelf.cards }),
    ),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const household = await findPublicHousehold(args.params["householdSlug"] ?? "", language);
  if (!household) throw notFound();
  const page = pageOf(new URL(args.request.url).searchParams.get("page"));
  const shelf = await listSellerShelf(household.slug, page, language);
  const version = householdCardVersion(householdPictureFactsOf(household, shelf), language);
  return {
    household,
    shelf,
    // Drawn from the first page, which is the one that is shared.
    cardPath: shelf.page === 1 ? paths.householdCard(language, household.slug, version) : null,
    shipping: await shippingByZone([EXAMPLE_PARCEL]),
    nextShipOn: nextShipDay(household.shippingRules, localDateOf(now())),
    closing: closingOn(household.shippingRules.closure, localDateOf(now())),
  };
}

export default function HouseholdPage() {
  const { household, shelf, shipping, nextShipOn, closing } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <Breadcrumbs trail={trailTo(t, language)} />
      <ClosureNotice closing={closing} />
      <HouseholdHead household={household}>
        <HouseholdFacts
          household={household}
          shelf={shelf}
          shipping={shipping}
          nextShipOn={nextShipOn}
        />
      </HouseholdHead>
      <HouseholdShelf slug={household.slug} shelf={shelf} />
      {shelf.cards.length > 0 ? (
        <p className="mt-8">
          <a className="button button-quiet" href={paths.priceRequest(language, household.slug)}>
            {t("contracts.askLink")}
          </a>
        </p>
      ) : null}
    </>
  );
}
