import type { ReactNode } from "react";
import type { SalesMonth } from "~/domain/statistics/commune-sales";
import {
  RANKED_SELLERS_MIN,
  type RankedCommune,
  type UnrankedCommune,
} from "~/domain/statistics/ranking";
import { formatMonth } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { AsOf } from "~/ui/statistics/source-line";
import { ClosedMonths } from "./closed-months";
import { RankedTable, UnrankedTable } from "./ranking-tables";

type RankingViewProps = {
  months: readonly SalesMonth[];
  ranked: readonly RankedCommune[];
  unranked: readonly UnrankedCommune[];
  hasLines: boolean;
  asOf: AsOf;
  csv: string;
};

/** How communes are ranked, who has which rank, who has none and why; the file of both. */
export function RankingView(props: RankingViewProps) {
  const t = useT();
  const { months, ranked, unranked, hasLines, asOf, csv } = props;
  const span = {
    first: formatMonth(months[0]?.month ?? ""),
    last: formatMonth(months.at(-1)?.month ?? ""),
  };
  return (
    <>
      <RankingRules />
      <section className="mt-8">
        <h2 className="text-2xl">{t("ranking.rankedHeading", span)}</h2>
        {ranked.length === 0 ? (
          <Notice tone="plain">{t("ranking.nobody")}</Notice>
        ) : (
          <RankedTable
            caption={t("ranking.rankedHeading", span)}
            ranked={ranked}
            hasLines={hasLines}
          />
        )}
        {hasLines && ranked.length > 0 ? (
          <p className="mt-2 text-sm text-soft">{t("ranking.lineNote")}</p>
        ) : null}
        <ClosedMonths months={months} asOf={asOf} />
        <p className="no-print mt-4">
          <a className="button button-quiet" href={csv}>
            {t("ranking.csv")}
          </a>
        </p>
      </section>
      {unranked.length === 0 ? null : (
        <Unranked unranked={unranked}>
          <ClosedMonths months={months} asOf={asOf} />
        </Unranked>
      )}
    </>
  );
}

/** Longer lists are folded away, or a phone would have nothing else. */
const OPEN_ROWS_MAX = 12;

function Unranked(props: { unranked: readonly UnrankedCommune[]; children: ReactNode }) {
  const t = useT();
  const { unranked, children } = props;
  return (
    <details className="mt-12" open={unranked.length <= OPEN_ROWS_MAX}>
      <summary className="cursor-pointer py-2">
        <h2 className="inline text-2xl">{t("ranking.unrankedHeading")}</h2>{" "}
        <span className="text-sm text-soft">
          ({t("statistics.breakdownCount", { count: String(unranked.length) })})
        </span>
      </summary>
      <UnrankedTable caption={t("ranking.unrankedHeading")} unranked={unranked} />
      {children}
    </details>
  );
}

function RankingRules() {
  const t = useT();
  return (
    <section className="mt-6">
      <h2 className="text-xl">{t("ranking.rulesHeading")}</h2>
      <p className="card mt-2 max-w-prose px-4 py-3">{t("ranking.formula")}</p>
      <ul className="mt-2 max-w-prose list-disc pl-5">
        <li>{t("ranking.ruleTies")}</li>
        <li>{t("ranking.ruleLeast", { number: RANKED_SELLERS_MIN })}</li>
        <li>{t("ranking.ruleWhy")}</li>
      </ul>
    </section>
  );
}
