import type { MetaFunction } from "@remix-run/node";
import { REFUSAL_REASONS } from "~/domain/reviews/post-status";
import { AVERAGE_FROM } from "~/domain/reviews/rating";
import { REVIEW_DAYS } from "~/domain/reviews/review-window";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("reviews.rulesTitle"),
    description: t("reviews.rulesLead"),
    path: "/reviews",
  });
};

const RULES = ["who", "name", "check", "hard", "order", "average", "reply", "question"] as const;

/** How reviews and questions work here; days, numbers and reasons are those that the program goes by. */
export default function ReviewRulesPage() {
  const t = useT();
  const language = useLanguage();
  return (
    <article className="max-w-2xl">
      <h1 className="mt-4 mb-4 text-3xl">{t("reviews.rulesTitle")}</h1>
      <p>{t("reviews.rulesLead")}</p>
      <ul className="mt-6 grid list-disc gap-4 pl-6">
        {RULES.map((rule) => (
          <li key={rule}>
            <p className="font-semibold">{t(`reviews.rule_${rule}`)}</p>
            <p className="text-soft">
              {t(`reviews.ruleText_${rule}`, { days: REVIEW_DAYS, from: AVERAGE_FROM })}
            </p>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 text-xl">{t("reviews.rulesReasons")}</h2>
      <ul className="mt-2 list-disc pl-6">
        {REFUSAL_REASONS.map((reason) => (
          <li key={reason}>{t(`reviews.reason_${reason}`)}</li>
        ))}
      </ul>
      <p className="mt-4">{t("reviews.rulesKept")}</p>
      <p className="mt-8 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.ranking(language)}>
          {t("catalog.rankingLink")}
        </a>
        <a className="button button-quiet" href={paths.products(language)}>
          {t("catalog.seeAll")}
        </a>
      </p>
    </article>
  );
}
