import type { MetaFunction } from "@remix-run/node";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { MethodPage } from "~/ui/statistics/method-page";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("method.title"),
    description: t("method.metaDescription"),
    path: "/statistics/method",
  });
};

/** How the indicator is made, under the six headings of national specifications, and what its versions changed. */
export default function StatisticsMethodPage() {
  return <MethodPage />;
}
