import type { LoaderFunctionArgs } from "@remix-run/node";
import { listCollections } from "~/domain/catalog/queries-collections.server";
import { listSellingCommunes } from "~/domain/catalog/queries-commune.server";
import { writeProductFilter } from "~/domain/catalog/product-filter";
import { listIndexedLists, listProductsOfPart } from "~/domain/catalog/queries-found.server";
import { listHouseholdsOfPart } from "~/domain/households/queries-public.server";
import { LESSON_NAMES, lessonSlug } from "~/domain/training/lessons";
import { notFound } from "~/web/http-errors";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";
import { inLanguage } from "~/web/with-query";
import { sitemapPart, type SitemapPage } from "~/web/sitemap";
import { xmlResponse } from "~/web/xml";

/** One file of the sitemap: `products-7.xml`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, kind, part] =
    /^(pages|households|products)-([1-9]\d{0,5})\.xml$/.exec(params["part"] ?? "") ?? [];
  const pages = kind === undefined ? [] : await pagesOf(kind, Number(part));
  if (pages.length === 0) throw notFound();
  return xmlResponse(sitemapPart(originOf(request), pages));
}

async function pagesOf(kind: string, part: number): Promise<SitemapPage[]> {
  if (kind === "products") {
    const products = await listProductsOfPart(part);
    return products.map(({ slug, publishedOn }) => ({
      path: paths.product("vi", slug),
      changedOn: publishedOn,
    }));
  }
  if (kind === "households") {
    const households = await listHouseholdsOfPart(part);
    return households.map(({ slug }) => ({ path: paths.household("vi", slug) }));
  }
  return part === 1 ? [...plainPages(), ...(await placesAndCollections())] : [];
}

/** The pages that are there whatever is sold, and the lists that have something. */
function plainPages(): SitemapPage[] {
  const lists = listIndexedLists().map((filter) =>
    paths.products("vi", writeProductFilter(filter, 1)),
  );
  return [
    paths.home("vi"),
    ...lists,
    paths.statistics("vi"),
    paths.openData("vi"),
    paths.ranking("vi"),
    paths.reviewRules("vi"),
    paths.shipping("vi"),
    paths.register("vi"),
    paths.training("vi"),
    paths.lessons("vi"),
    ...LESSON_NAMES.map((lesson) => paths.lesson("vi", lessonSlug(lesson))),
  ].map((path) => ({ path }));
}

/** Communes that sell, and collections that are shown today with something in them. */
async function placesAndCollections(): Promise<SitemapPage[]> {
  const communes = await listSellingCommunes();
  const collections = await listCollections("vi");
  return [
    inLanguage("vi", "/communes"),
    paths.collections("vi"),
    ...communes.map((commune) => paths.commune("vi", commune)),
    ...collections.map(({ slug }) => paths.collection("vi", slug)),
  ].map((path) => ({ path }));
}
