import type { MetaFunction } from "@remix-run/node";
import { FITS } from "~/domain/catalog/fits";
import { RELATED_RULES } from "~/domain/catalog/related-rules";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("catalog.rankingTitle"),
    description: t("catalog.rankingText"),
    path: "/ranking",
  });
};

/** The rules of order, from the list that the search itself goes by. */
export default function RankingPage() {
  const t = useT();
  const language = useLanguage();
  return (
    <article className="max-w-2xl">
      <h1 className="mt-4 mb-4 text-3xl">{t("catalog.rankingTitle")}</h1>
      <p>{t("catalog.rankingText")}</p>
      <ol className="mt-6 grid list-decimal gap-4 pl-6">
        {FITS.map((fit) => (
          <li key={fit}>
            <p className="font-semibold">{t(`catalog.fit_${fit}`)}</p>
            <p className="text-soft">{t(`catalog.fitText_${fit}`)}</p>
          </li>
        ))}
      </ol>
      <p className="mt-6">{t("catalog.rankingWithin")}</p>
      <p className="mt-4">{t("catalog.rankingNoPay")}</p>
      <h2 id="related" className="mt-10 mb-3 text-2xl">
        {t("catalog.relatedTitle")}
      </h2>
      <p>{t("catalog.relatedText")}</p>
      <ol className="mt-4 grid list-decimal gap-2 pl-6">
        {RELATED_RULES.map((rule) => (
          <li key={rule}>{t(`catalog.related_${rule}`)}</li>
        ))}
      </ol>
      <p className="mt-4">{t("catalog.relatedWithin")}</p>
      <p className="mt-8">
        <a className="button button-quiet" href={paths.products(language)}>
          {t("catalog.seeAll")}
        </a>
      </p>
    </article>
  );
}
