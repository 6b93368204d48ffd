import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCollection } from "~/domain/catalog/queries-collections.server";
import { Breadcrumbs, trailOfCollections } from "~/ui/catalog/breadcrumbs";
import { CollectionEnded, CollectionHead } from "~/ui/catalog/collection-head";
import { collectionWords } from "~/ui/catalog/collection-words";
import { breadcrumbJsonLd, jsonLdMeta, listJsonLd } from "~/ui/catalog/json-ld";
import { ProductShelf } from "~/ui/catalog/product-shelf";
import { failureMeta, privateMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data: found, matches }) => {
  const site = siteOf(matches);
  const { t, language } = site;
  if (!found) return failureMeta(matches, notFound());
  if ("ended" in found) {
    return privateMeta(matches, t("collections.endedTitle", { name: found.ended.name }));
  }
  const { name, intro } = collectionWords(t, found);
  const { page, cards } = found.list;
  const href = paths.collection(language, found.slug);
  return [
    ...publicMeta(matches, {
      title: name,
      description: intro,
      path: `/collections/${found.slug}${page > 1 ? `?page=${page}` : ""}`,
      isIndexed: cards.length > 0 && page === 1,
    }),
    jsonLdMeta(
      breadcrumbJsonLd(site, [...trailOfCollections(t, language), { name, href }]),
      listJsonLd(site, { name, cards }),
    ),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(new URL(args.request.url).searchParams.get("page"));
  const slug = args.params["collectionSlug"] ?? "";
  const found = await findCollection(slug, page, languageOf(args, null));
  if (!found) throw notFound();
  return data(found, { status: "ended" in found ? 410 : 200 });
}

export default function CollectionPage() {
  const found = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  if ("ended" in found) return <CollectionEnded ended={found.ended} />;
  const { list, slug } = found;
  return (
    <>
      <Breadcrumbs trail={trailOfCollections(t, language)} />
      <CollectionHead collection={found} />
      {list.cards.length === 0 ? (
        <EmptyState title={t("collections.empty")}>
          <a className="button button-main" href={paths.products(language)}>
            {t("catalog.seeAll")}
          </a>
        </EmptyState>
      ) : (
        <ProductShelf cards={list.cards} heading="h2" isFirst />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.collection(language, slug, { page: page === 1 ? undefined : page })}
      />
    </>
  );
}
