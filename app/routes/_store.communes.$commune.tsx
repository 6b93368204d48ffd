import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCommunePage } from "~/domain/catalog/queries-commune.server";
import { Breadcrumbs, trailOfPlaces } from "~/ui/catalog/breadcrumbs";
import { CommuneHead } from "~/ui/catalog/commune-head";
import { CommuneProducts } from "~/ui/catalog/commune-products";
import { breadcrumbJsonLd, jsonLdMeta, listJsonLd } from "~/ui/catalog/json-ld";
import { SellerLines } from "~/ui/catalog/seller-lines";
import { failureMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { communeSlug, paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const site = siteOf(matches);
  if (!data) return failureMeta(matches, notFound());
  const { commune } = data;
  const { page, total, cards } = commune.products;
  const { name, provinceName: province } = commune;
  const href = paths.commune(site.language, commune);
  return [
    ...publicMeta(matches, {
      title: site.t("places.communeTitle", { commune: name, province }),
      description: site.t("places.communeDescription", { commune: name, province }),
      path: `/communes/${communeSlug(commune)}${page > 1 ? `?page=${page}` : ""}`,
      // Nothing to find there yet; and nobody looks for a page 2.
      isIndexed: total > 0 && page === 1,
    }),
    jsonLdMeta(
      breadcrumbJsonLd(site, [...trailOfPlaces(site.t, site.language), { name, href }]),
      listJsonLd(site, { name, cards }),
    ),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const typed = args.params["commune"] ?? "";
  const code = /^\d{5}(?=-|$)/.exec(typed)?.[0];
  const page = pageOf(new URL(args.request.url).searchParams.get("page"));
  const commune = code === undefined ? null : await findCommunePage(code, page, language);
  if (!commune) throw notFound();
  // The code finds it; another name, older or mistyped, leads to the one address.
  if (typed !== communeSlug(commune)) throw redirect(paths.commune(language, commune), 301);
  return { commune };
}

export default function CommunePage() {
  const { commune } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <Breadcrumbs trail={trailOfPlaces(t, language)} />
      <CommuneHead commune={commune} />
      <CommuneProducts commune={commune} />
      <SellerLines households={commune.households} total={commune.householdCount} />
    </>
  );
}
