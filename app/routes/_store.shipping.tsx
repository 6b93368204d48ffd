import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { currentTariff } from "~/domain/fulfilment/queries.server";
import { listProvinces } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { formatDate, localDateOf } from "~/platform/period";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { TariffTable } from "~/ui/fulfilment/tariff-table";
import { useT } from "~/ui/site";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("shipping.publicTitle"),
    description: t("shipping.publicLead"),
    path: "/shipping",
    isIndexed: true,
  });
};

/** What sending costs today, for whoever wants to know before buying. */
export async function loader() {
  return {
    tariff: await currentTariff(reader(), localDateOf(now())),
    provinces: await listProvinces(),
  };
}

export default function ShippingPage() {
  const { tariff, provinces } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <article className="max-w-3xl">
      <h1 className="mt-4 text-3xl">{t("shipping.publicTitle")}</h1>
      <p className="mt-3 text-lg">{t("shipping.publicLead")}</p>
      <p className="mt-2 text-soft">
        {t("shipping.publicFrom", { date: formatDate(tariff.effectiveOn) })}
      </p>
      <TariffTable tariff={tariff} provinces={provinces} />
      <p className="mt-5">{t("shipping.publicFree")}</p>
      <p className="mt-2">{t("shipping.publicFresh")}</p>
    </article>
  );
}
