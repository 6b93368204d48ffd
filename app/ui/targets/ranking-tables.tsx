import { RATE_DECIMALS } from "~/domain/statistics/indicator";
import { formatPercent } from "~/domain/statistics/ratio";
import type { RankedCommune, UnrankedCommune } from "~/domain/statistics/ranking";
import { formatInteger, formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { Sparkline } from "~/ui/statistics/sparkline";

/** Who has a rank, the highest first. With `hasLines` the last thirteen months of each as a small line. */
export function RankedTable(props: {
  caption: string;
  ranked: readonly RankedCommune[];
  hasLines: boolean;
}) {
  const t = useT();
  const { caption, ranked, hasLines } = props;
  return (
    <ScrollRegion label={caption}>
      <table className="table mt-3 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="amount">
              {t("ranking.columnRank")}
            </th>
            <th scope="col">{t("statistics.breakdownColumn_commune")}</th>
            <th scope="col" className="amount">
              {t("targets.columnReached")}
            </th>
            <th scope="col" className="amount">
              {t("statistics.breakdownSales")}
            </th>
            <th scope="col" className="amount">
              {t("ranking.columnTarget")}
            </th>
            <th scope="col" className="amount whitespace-normal">
              {t("ranking.columnSellers")}
            </th>
            {hasLines ? <th scope="col">{t("ranking.columnLine")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {ranked.map((commune) => (
            <RankedRow key={commune.code} commune={commune} hasLines={hasLines} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RankedRow({ commune, hasLines }: { commune: RankedCommune; hasLines: boolean }) {
  const language = useLanguage();
  const mark = useMark();
  const { rank, name, reached, sum, target, line } = commune;
  return (
    <tr>
      <td className="amount num font-semibold">{rank}</td>
      <th scope="row" className="min-w-32 font-normal whitespace-normal">
        {mark(name, "vi")}
      </th>
      <td className="amount num font-semibold">
        {formatPercent(reached, RATE_DECIMALS, language)}
      </td>
      <td className="amount num">{formatVnd(sum.salesVnd ?? 0, language)}</td>
      <td className="amount">
        <span className="num">{formatVnd(target?.value ?? 0, language)}</span>{" "}
        {target?.isSample ? <SampleBadge /> : null}
      </td>
      <td className="amount num">{formatInteger(sum.peakSellerCount ?? 0, language)}</td>
      {hasLines ? (
        <td>
          <Sparkline values={line} />
        </td>
      ) : null}
    </tr>
  );
}

/** Who has none, by name, each with its reason and what may be told of it. */
export function UnrankedTable(props: { caption: string; unranked: readonly UnrankedCommune[] }) {
  const t = useT();
  const { caption, unranked } = props;
  return (
    <ScrollRegion label={caption}>
      <table className="table mt-3 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("statistics.breakdownColumn_commune")}</th>
            <th scope="col">{t("ranking.columnReason")}</th>
            <th scope="col" className="amount">
              {t("statistics.breakdownSales")}
            </th>
            <th scope="col" className="amount">
              {t("ranking.columnTarget")}
            </th>
          </tr>
        </thead>
        <tbody>
          {unranked.map((commune) => (
            <UnrankedRow key={commune.code} commune={commune} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function UnrankedRow({ commune }: { commune: UnrankedCommune }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { name, reason, sum, target } = commune;
  return (
    <tr>
      <th scope="row" className="min-w-32 font-normal whitespace-normal">
        {mark(name, "vi")}
      </th>
      <td className="min-w-48 whitespace-normal">{t(`ranking.reason_${reason}`)}</td>
      <td className="amount">
        {sum.salesVnd === null ? (
          <span className="text-soft">{t("statistics.withheld")}</span>
        ) : (
          <span className="num">{formatVnd(sum.salesVnd, language)}</span>
        )}
      </td>
      <td className="amount">
        {target ? (
          <span className="num">{formatVnd(target.value, language)}</span>
        ) : (
          <span className="text-soft">{t("targets.none")}</span>
        )}
      </td>
    </tr>
  );
}
