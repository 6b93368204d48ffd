import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSellingCommunes } from "~/domain/catalog/queries-commune.server";
import { CommuneList } from "~/ui/catalog/commune-list";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useSite, useT } from "~/ui/site";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("places.communesTitle"),
    description: t("places.communesText"),
    path: "/communes",
  });
};

export async function loader() {
  return { communes: await listSellingCommunes() };
}

export default function CommunesPage() {
  const { communes } = useLoaderData<typeof loader>();
  const t = useT();
  const { provinceName } = useSite();
  return (
    <>
      <h1 className="mt-4 text-3xl">{t("places.communesHeading", { province: provinceName })}</h1>
      <p className="mt-2 mb-6 max-w-prose text-soft">{t("places.communesText")}</p>
      <CommuneList communes={communes} />
    </>
  );
}
