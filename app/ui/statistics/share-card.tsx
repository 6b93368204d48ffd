import type { ReactNode } from "react";
import { formatBillions } from "~/domain/statistics/billions";
import { figureOf, formatFigure } from "~/domain/statistics/figures";
import type { RetailKind } from "~/domain/statistics/retail-stages";
import type { IndicatorMonth, RetailTotal } from "~/domain/statistics/types";
import type { StandingTarget } from "~/domain/statistics/types-targets";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { targetText } from "~/ui/targets/target-text";
import { SampleBadge } from "./sample-badge";

type ShareCardProps = {
  kind: RetailKind;
  month: IndicatorMonth;
  heading: "h2" | "h3";
  /** What stands where the denominator is missing, besides the words. */
  missing?: ReactNode;
  /** Of this share and the year of the month, never of another share; null: nobody set one. */
  target: StandingTarget | null;
};

/** One share under its full name, with the fraction that it is made of. Never 0 % where a part is missing. */
export function ShareCard({ kind, month, heading: Heading, missing, target }: ShareCardProps) {
  const t = useT();
  const language = useLanguage();
  const share = formatFigure(figureOf(`share_${kind}`, month), language);
  const isWithheld = month.withheld.includes(`share_${kind}`);
  const retailTotal = month.retailTotals[kind];
  return (
    <article className="border-t-2 border-indigo pt-4">
      <Heading className="text-base print:text-sm">{t(`statistics.figure_share_${kind}`)}</Heading>
      <p className="num mt-2 text-4xl font-bold print:text-2xl text-indigo">
        {share ?? (isWithheld ? t("statistics.withheld") : t("statistics.notYet"))}
      </p>
      <dl className="mt-4 grid gap-3 print:text-sm">
        <div>
          <dt className="text-sm text-soft print:text-xs">{t("statistics.shareNumerator")}</dt>
          <dd className="font-semibold">
            {isWithheld ? (
              t("statistics.withheld")
            ) : (
              <Money amountVnd={month.salesVnd[kind]} language={language} />
            )}
          </dd>
          <dd className="text-sm text-soft print:text-xs">{t(`statistics.shareScope_${kind}`)}</dd>
        </div>
        <div>
          <dt className="text-sm text-soft print:text-xs">
            {t(`statistics.shareDenominator_${kind}`)}
          </dt>
          {retailTotal ? (
            <Denominator total={retailTotal} />
          ) : (
            <dd className="font-semibold">
              {t("statistics.notYet")} {missing}
            </dd>
          )}
        </div>
        {target ? <Target target={target} /> : null}
      </dl>
    </article>
  );
}

function Target({ target }: { target: StandingTarget }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { kind, value, year, source, isSample } = target;
  return (
    <div data-target={kind}>
      <dt className="text-sm text-soft print:text-xs">{t("targets.ofShare", { year })}</dt>
      <dd className="font-semibold">
        <span className="num">{targetText(kind, value, language)}</span>{" "}
        {isSample ? <SampleBadge /> : null}
      </dd>
      <dd className="text-sm text-soft print:text-xs">
        {t("statistics.sourceLine", { source: mark(source) })}
      </dd>
    </div>
  );
}

function Denominator({ total }: { total: RetailTotal }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const amount = formatBillions(total.amountVnd, language);
  return (
    <>
      <dd className="font-semibold">
        <span className="num">{t("statistics.billions", { amount })}</span>{" "}
        {total.isSample ? <SampleBadge /> : null}
      </dd>
      <dd className="text-sm text-soft print:text-xs">
        {t("statistics.vintage", {
          stage: t(`statistics.stage_${total.stage}`),
          date: formatDate(total.publishedOn),
        })}
        {". "}
        {t("statistics.sourceLine", { source: mark(total.source) })}
      </dd>
    </>
  );
}
