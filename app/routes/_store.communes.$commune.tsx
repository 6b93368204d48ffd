import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCommunePage } from "~/domain/catalog/queries-commune.server";
import { CommuneHead } from "~/ui/catalog/commune-head";
import { CommuneProducts } from "~/ui/catalog/commune-products";
import { SellerLines } from "~/ui/catalog/seller-lines";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { communeSlug, paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { t } = siteOf(matches);
  if (!data) return [{ title: t("common.notFoundTitle") }];
  const { commune } = data;
  const { page, total } = commune.products;
  const slug = communeSlug(commune);
  return [
    ...publicMeta(matches, {
      title: t("places.communeTitle", { commune: commune.name, province: commune.provinceName }),
      description: t("places.communeDescription", {
        commune: commune.name,
        province: commune.provinceName,
      }),
      path: `/communes/${slug}${page > 1 ? `?page=${page}` : ""}`,
      // Nothing to find there yet, or found on the first page.
      isIndexed: total > 0 && page === 1,
    }),
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
  return (
    <>
      <CommuneHead commune={commune} />
      <CommuneProducts commune={commune} />
      <SellerLines households={commune.households} total={commune.householdCount} />
    </>
  );
}
