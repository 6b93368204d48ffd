import type { LoaderFunctionArgs } from "@remix-run/node";
import { listProductParts } from "~/domain/catalog/queries-found.server";
import { countHouseholdParts } from "~/domain/households/queries-public.server";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";
import { sitemapIndex } from "~/web/sitemap";
import { xmlResponse } from "~/web/xml";

/** Names the files that name the pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const householdParts = await countHouseholdParts();
  const parts = [
    paths.sitemapPart("pages", 1),
    ...Array.from({ length: householdParts }, (_, i) => paths.sitemapPart("households", i + 1)),
    ...listProductParts().map((part) => paths.sitemapPart("products", part)),
  ];
  return xmlResponse(sitemapIndex(originOf(request), parts));
}
