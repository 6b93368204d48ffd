import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCollections } from "~/domain/catalog/queries-collections.server";
import { CollectionCard } from "~/ui/catalog/collection-card";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { EmptyState } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("collections.title"),
    description: t("collections.text"),
    path: "/collections",
  });
};

export async function loader(args: LoaderFunctionArgs) {
  return { collections: await listCollections(languageOf(args, null)) };
}

export default function CollectionsPage() {
  const { collections } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <h1 className="mt-4 text-3xl">{t("collections.title")}</h1>
      <p className="mt-2 mb-2 max-w-prose text-soft">{t("collections.text")}</p>
      {collections.length === 0 ? (
        <EmptyState title={t("collections.none")}>
          <a className="button button-main" href={paths.products(language)}>
            {t("catalog.seeAll")}
          </a>
        </EmptyState>
      ) : (
        <ul>
          {collections.map((collection) => (
            <CollectionCard key={collection.slug} collection={collection} />
          ))}
        </ul>
      )}
    </>
  );
}
