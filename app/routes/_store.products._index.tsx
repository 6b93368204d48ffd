import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isListIndexed } from "~/domain/catalog/indexed-lists";
import { groupOfSet } from "~/domain/catalog/ocop-sets";
import { readProductFilter, writeProductFilter } from "~/domain/catalog/product-filter";
import { findNamedPlaces } from "~/domain/catalog/queries-suggestions.server";
import { listProducts } from "~/domain/catalog/queries.server";
import type { ProductFilter } from "~/domain/catalog/types";
import { Breadcrumbs, trailTo } from "~/ui/catalog/breadcrumbs";
import { breadcrumbJsonLd, jsonLdMeta, listJsonLd } from "~/ui/catalog/json-ld";
import { PlaceLinks } from "~/ui/catalog/place-links";
import { ProductNarrowing } from "~/ui/catalog/product-filter-form";
import { ProductShelf } from "~/ui/catalog/product-shelf";
import { groupName, listTitle } from "~/ui/catalog/set-names";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useMark } from "~/ui/in-language";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const site = siteOf(matches);
  const { t, language } = site;
  const { filter = {}, list } = data ?? {};
  const { page = 1, total = 0, cards = [] } = list ?? {};
  const name = listTitle(t, filter);
  return [
    ...publicMeta(matches, {
      title: name,
      by: byOf(t, filter, page),
      description: `${name}. ${t("catalog.listDescription")}`,
      path: paths.products("vi", writeProductFilter(filter, page)),
      isIndexed: isListIndexed(filter, page, total),
    }),
    jsonLdMeta(
      breadcrumbJsonLd(site, trailTo(t, language, filter)),
      listJsonLd(site, { name, cards }),
    ),
  ];
};

/** What tells this list's title from another's. */
function byOf(t: Translate, { set }: ProductFilter, page: number): string | undefined {
  if (page > 1) return t("site.listPage", { page });
  return set ? groupName(t, groupOfSet(set)) : undefined;
}

export async function loader(args: LoaderFunctionArgs) {
  const { filter, page } = readProductFilter(new URL(args.request.url).searchParams);
  return {
    filter,
    places: filter.text ? findNamedPlaces(filter.text) : [],
    list: await listProducts(filter, page, languageOf(args, null)),
  };
}

export default function ProductsPage() {
  const { filter, places, list } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { text = "" } = filter;
  return (
    <>
      <Breadcrumbs trail={trailTo(t, language)} />
      <h1 className="mb-2 text-3xl">{listTitle(t, { ...filter, text: mark(text) })}</h1>
      <PlaceLinks places={places} />
      <ProductNarrowing filter={filter} facets={list.facets} />
      {list.correctedText ? (
        <p className="mb-2">
          {t("catalog.correctedText", {
            typed: mark(text),
            corrected: mark(list.correctedText),
          })}
        </p>
      ) : null}
      {list.total === 0 ? (
        <EmptyState title={t("catalog.nothingFound")}>
          <p className="w-full text-soft">{t("catalog.nothingFoundText")}</p>
          <a className="button button-main" href={paths.products(language)}>
            {t("catalog.seeAll")}
          </a>
        </EmptyState>
      ) : (
        <>
          <p className="num my-4 text-soft">
            {t("catalog.productCount", { count: list.total })}
            {list.similarCount > 0
              ? ` · ${t("catalog.similarCount", { count: list.similarCount })}`
              : null}
          </p>
          <ProductShelf cards={list.cards} heading="h2" isFirst />
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.products(language, writeProductFilter(filter, page))}
      />
      {list.total > 0 ? (
        <p className="mt-8 text-sm text-soft">
          {t("catalog.rankingNote")}{" "}
          <a className="underline" href={paths.ranking(language)}>
            {t("catalog.rankingLink")}
          </a>
        </p>
      ) : null}
    </>
  );
}
