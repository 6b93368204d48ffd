import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listHouseholdProducts } from "~/domain/catalog/queries.server";
import { findPublicHousehold } from "~/domain/households/queries-public.server";
import { Breadcrumbs, trailTo } from "~/ui/catalog/breadcrumbs";
import { HouseholdHead } from "~/ui/catalog/household-head";
import { breadcrumbJsonLd, householdJsonLd, jsonLdMeta, listJsonLd } from "~/ui/catalog/json-ld";
import { ProductShelf } from "~/ui/catalog/product-shelf";
import { failureMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const site = siteOf(matches);
  if (!data) return failureMeta(matches, notFound());
  const { household, cards } = data;
  const place = `${household.communeName}, ${household.provinceName}`;
  const { name, slug } = household;
  const page = { name, href: paths.household(site.language, slug) };
  return [
    ...publicMeta(matches, {
      title: name,
      by: household.communeName,
      description: household.story || `${name}. ${place}`,
      path: `/households/${slug}`,
    }),
    jsonLdMeta(
      householdJsonLd(site, household),
      breadcrumbJsonLd(site, [...trailTo(site.t, site.language), page]),
      listJsonLd(site, { name: site.t("catalog.householdProducts"), cards }),
    ),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const household = await findPublicHousehold(args.params["householdSlug"] ?? "", language);
  if (!household) throw notFound();
  return { household, cards: await listHouseholdProducts(household.slug, language) };
}

export default function HouseholdPage() {
  const { household, cards } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <Breadcrumbs trail={trailTo(t, language)} />
      <HouseholdHead household={household} />
      <section className="mt-8 border-t border-line pt-8">
        <h2 className="mb-5 text-2xl">{t("catalog.householdProducts")}</h2>
        {cards.length > 0 ? (
          <ProductShelf cards={cards} heading="h3" isFirst />
        ) : (
          <EmptyState title={t("catalog.householdSellsNothing")}>
            <a className="button button-main" href={paths.products(language)}>
              {t("common.seeProducts")}
            </a>
          </EmptyState>
        )}
      </section>
    </>
  );
}
