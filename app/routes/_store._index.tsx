import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { slugOfComputed } from "~/domain/catalog/computed-collections";
import { countOnSale, listHomeShelves } from "~/domain/catalog/queries-home.server";
import { GroupTiles } from "~/ui/catalog/group-tiles";
import { FirstCollection, HowToBuy } from "~/ui/catalog/home-band";
import { CommuneLinks, HomeSection, HomeShelf, Welcome } from "~/ui/catalog/home-sections";
import { jsonLdMeta, listJsonLd, siteJsonLd } from "~/ui/catalog/json-ld";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useSite, useT } from "~/ui/site";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

const SHELF_LENGTH = 4;
const COMMUNES_MAX = 12;

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
  const shelves = await listHomeShelves(SHELF_LENGTH, languageOf(args, null));
  return { ...shelves, ...countOnSale(COMMUNES_MAX) };
}

export default function HomePage() {
  const { collection, inSeason, starred, newest, groups, communes } =
    useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { provinceName } = useSite();
  const productCount = groups.reduce((sum, group) => sum + group.count, 0);
  const moreOf = (key: "season" | "starred" | "newest") => ({
    href: paths.collection(language, slugOfComputed(key)),
    text: t("catalog.seeMore"),
  });
  return (
    <>
      <Welcome provinceName={provinceName} productCount={productCount} collection={collection} />
      {collection ? <FirstCollection collection={collection} /> : null}
      <HomeShelf
        id="in-season"
        title={t("catalog.inSeasonNow")}
        cards={inSeason}
        more={moreOf("season")}
      />
      <HomeShelf
        id="starred"
        title={t("collections.name_starred")}
        cards={starred}
        more={moreOf("starred")}
      />
      {productCount > 0 ? (
        <HomeSection id="groups" title={t("catalog.groups")}>
          <GroupTiles groups={groups} />
        </HomeSection>
      ) : null}
      <HowToBuy />
      <HomeShelf id="newest" title={t("catalog.newest")} cards={newest} more={moreOf("newest")} />
      {communes.length > 0 ? (
        <HomeSection
          id="communes"
          title={t("catalog.fromCommunes")}
          more={{ href: paths.communes(language), text: t("catalog.seeMore") }}
        >
          <CommuneLinks communes={communes} />
        </HomeSection>
      ) : null}
    </>
  );
}
