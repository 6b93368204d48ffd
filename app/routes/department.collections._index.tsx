import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDeskCollections } from "~/domain/catalog/queries-collection-desk.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CollectionRows } from "~/ui/department/collection-rows";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("collections.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "collection.edit");
  return { collections: await listDeskCollections() };
}

export default function DepartmentCollectionsPage() {
  const { collections } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("collections.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("collections.deskLead")}</p>
      <p className="mt-4">
        <a className="button button-main" href={paths.newCollection()}>
          {t("collections.new")}
        </a>
      </p>
      {collections.length === 0 ? (
        <EmptyState title={t("collections.deskNone")} />
      ) : (
        <CollectionRows collections={collections} />
      )}
    </>
  );
}
