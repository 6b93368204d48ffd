import { RATE_DECIMALS } from "~/domain/statistics/indicator";
import { formatPercent } from "~/domain/statistics/ratio";
import type { CommuneTargetKind } from "~/domain/statistics/target-kinds";
import { actualOf, reachedOf, type CommuneProgress } from "~/domain/statistics/target-progress";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { targetText } from "./target-text";

/** Every commune with what it is asked for in a year, what its closed months have come to, and the paper. */
export function ProgressTable(props: { year: string; rows: readonly CommuneProgress[] }) {
  const t = useT();
  const { year, rows } = props;
  const caption = t("targets.tableCaption", { year });
  return (
    <ScrollRegion label={caption}>
      <table className="table mt-3 text-sm">
        <caption className="sr-only">{caption}</caption>
        <ProgressHead />
        <tbody>
          {rows.map((row) => (
            <ProgressRow key={row.code} row={row} year={year} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ProgressHead() {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="align-bottom">
          {t("statistics.breakdownColumn_commune")}
        </th>
        <th scope="colgroup" colSpan={3} className="amount whitespace-normal">
          {t("targets.kind_sales_goods_vnd")}
        </th>
        <th scope="colgroup" colSpan={3} className="amount whitespace-normal">
          {t("targets.kind_active_sellers")}
        </th>
        <th scope="col" rowSpan={2} className="align-bottom">
          {t("targets.columnSource")}
        </th>
      </tr>
      <tr>
        <SubHead text={t("targets.columnTarget")} />
        <SubHead text={t("targets.columnSales")} />
        <SubHead text={t("targets.columnReached")} />
        <SubHead text={t("targets.columnTarget")} />
        <SubHead text={t("targets.columnSellers")} />
        <SubHead text={t("targets.columnReached")} />
      </tr>
    </thead>
  );
}

function SubHead({ text }: { text: string }) {
  return (
    <th scope="col" className="amount whitespace-normal">
      {text}
    </th>
  );
}

function ProgressRow({ row, year }: { row: CommuneProgress; year: string }) {
  const t = useT();
  const mark = useMark();
  const { code, name, targets } = row;
  const standing = [targets.sales_goods_vnd, targets.active_sellers].flatMap((one) => one ?? []);
  const sources = [...new Set(standing.map(({ source }) => source))].join("; ");
  return (
    <tr>
      <th scope="row" className="min-w-32 font-normal whitespace-normal">
        <a className="underline" href={paths.targetsOf(code, { year })}>
          {mark(name, "vi")}
        </a>
      </th>
      <ProgressCells row={row} kind="sales_goods_vnd" />
      <ProgressCells row={row} kind="active_sellers" />
      <td className="min-w-48">
        {sources === "" ? <span className="text-soft">{t("targets.none")}</span> : mark(sources)}{" "}
        {standing.some(({ isSample }) => isSample) ? <SampleBadge /> : null}
      </td>
    </tr>
  );
}

function ProgressCells({ row, kind }: { row: CommuneProgress; kind: CommuneTargetKind }) {
  const t = useT();
  const language = useLanguage();
  const target = row.targets[kind];
  const actual = actualOf(row.sum, kind);
  const reached = reachedOf(row, kind);
  return (
    <>
      <td className="amount">
        {target ? (
          <span className="num">{targetText(kind, target.value, language)}</span>
        ) : (
          <span className="text-soft">{t("targets.none")}</span>
        )}
      </td>
      <td className="amount">
        {actual === null ? (
          <span className="text-soft">{t("statistics.withheld")}</span>
        ) : (
          <span className="num">{targetText(kind, actual, language)}</span>
        )}
      </td>
      <td className="amount font-semibold">
        {reached ? (
          <span className="num">{formatPercent(reached, RATE_DECIMALS, language)}</span>
        ) : (
          <span className="font-normal text-soft">{t("targets.noTarget")}</span>
        )}
      </td>
    </>
  );
}
