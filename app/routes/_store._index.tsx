import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countOnSale, listHomeShelves } from "~/domain/catalog/queries-home.server";
import { GroupTiles } from "~/ui/catalog/group-tiles";
import { CommuneLinks, HomeSection, Welcome } from "~/ui/catalog/home-sections";
import { jsonLdMeta, listJsonLd, siteJsonLd } from "~/ui/catalog/json-ld";
import { ProductShelf } from "~/ui/catalog/product-shelf";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useSite, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const site = siteOf(matches);
  const { t } = site;
  const title = t("catalog.homeTitle");
  return [
    ...publicMeta(matches, { title, description: t("catalog.welcomeText"), path: "/" }),
    jsonLdMeta(
      ...siteJsonLd(site),
      listJsonLd(site, { name: t("catalog.newest"), cards: data?.newest ?? [] }),
    ),
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const shelves = await listHomeShelves({ inSeason: 4, newest: 8 }, language);
  return { ...shelves, ...countOnSale(12) };
}

export default function HomePage() {
  const { inSeason, newest, groups, communes } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { provinceName } = useSite();
  const productCount = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      <Welcome provinceName={provinceName} productCount={productCount} />
      <HomeSection id="groups" title={t("catalog.groups")}>
        <GroupTiles groups={groups} />
      </HomeSection>
      {inSeason.length > 0 ? (
        <HomeSection id="in-season" title={t("catalog.inSeasonNow")}>
          <ProductShelf cards={inSeason} heading="h3" />
        </HomeSection>
      ) : null}
      <HomeSection
        id="newest"
        title={t("catalog.newest")}
        more={{ href: paths.products(language), text: t("common.seeProducts") }}
      >
        <ProductShelf cards={newest} heading="h3" />
      </HomeSection>
      <HomeSection id="communes" title={t("catalog.fromCommunes")}>
        <CommuneLinks communes={communes} />
      </HomeSection>
    </>
  );
}
