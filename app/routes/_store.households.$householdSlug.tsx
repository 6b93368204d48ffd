import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listHouseholdProducts } from "~/domain/catalog/queries.server";
import { findPublicHousehold } from "~/domain/households/queries-public.server";
import { HouseholdHead } from "~/ui/catalog/household-head";
import { ProductShelf } from "~/ui/catalog/product-shelf";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { t } = siteOf(matches);
  if (!data) return [{ title: t("common.notFoundTitle") }];
  const { household } = data;
  return publicMeta(matches, {
    title: household.name,
    description: household.story || `${household.communeName}, ${household.provinceName}`,
    path: `/households/${household.slug}`,
  });
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
