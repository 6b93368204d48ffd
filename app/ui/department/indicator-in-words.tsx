import { figureOf, formatFigure } from "~/domain/statistics/figures";
import { METHOD_VERSION } from "~/domain/statistics/method-versions";
import type { RetailKind } from "~/domain/statistics/retail-stages";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatVnd } from "~/platform/money";
import { formatMonth } from "~/platform/period";
import { useLanguage, useSite, useT } from "~/ui/site";
import { VersionLink } from "~/ui/statistics/source-line";
import { paths } from "~/web/paths";

/** The latest complete month as an officer would say it to somebody. */
export function IndicatorInWords({ month }: { month: IndicatorMonth }) {
  const t = useT();
  const language = useLanguage();
  const { isDemo } = useSite();
  return (
    <section>
      <h2 className="text-xl">
        {t("statistics.latestHeading", { month: formatMonth(month.month) })}
      </h2>
      <p className="mt-4 text-2xl leading-snug text-balance">
        {t("department.inWords", {
          month: formatMonth(month.month),
          amount: formatVnd(month.salesVnd.goods, language),
        })}
      </p>
      <ShareInWords kind="goods" month={month} />
      <ShareInWords kind="goods_services" month={month} />
      <p className="mt-4 max-w-prose text-soft">
        {t("department.inWordsScope")} <VersionLink version={METHOD_VERSION} />.
        {isDemo ? ` ${t("statistics.sampleNote")}` : null}
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <a className="button button-main" href={paths.indicator({ month: month.month })}>
          {t("department.seeIndicator")}
        </a>
        {month.retailTotals.goods && month.retailTotals.goods_services ? null : (
          <a className="button button-quiet" href={paths.retailTotals({ month: month.month })}>
            {t("department.enterRetailTotal")}
          </a>
        )}
      </p>
    </section>
  );
}

function ShareInWords({ kind, month }: { kind: RetailKind; month: IndicatorMonth }) {
  const t = useT();
  const share = formatFigure(figureOf(`share_${kind}`, month), useLanguage());
  const total = month.retailTotals[kind];
  if (share === null || !total) {
    return (
      <p className="mt-3 max-w-prose text-lg">
        {t("department.inWordsMissing", { kind: t(`statistics.kind_${kind}`) })}
      </p>
    );
  }
  const key = kind === "goods" ? "department.inWordsShare" : "department.inWordsShareAll";
  return (
    <p className="mt-3 max-w-prose text-lg">
      {t(key, { share, stage: t(`statistics.stage_${total.stage}`) })}
    </p>
  );
}
