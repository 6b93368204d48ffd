import { decimalsOf, formatBillions } from "~/domain/statistics/billions";
import {
  isOneMonth,
  monthsOf,
  type ChannelMonth,
  type ChannelSale,
} from "~/domain/statistics/channel-records";
import { besideOf, type Beside } from "~/domain/statistics/measured-and-compiled";
import { usesOf, type MethodUse } from "~/domain/statistics/method-versions";
import { RETAIL_KINDS } from "~/domain/statistics/retail-stages";
import { SHARE_DECIMALS } from "~/domain/statistics/indicator";
import { formatPercent, type Ratio } from "~/domain/statistics/ratio";
import type { IndicatorMonth } from "~/domain/statistics/types";
import type { Language } from "~/platform/language";
import { formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { SourceLine } from "~/ui/statistics/source-line";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { channelName, spanText } from "./channel-texts";

/** What was compiled from elsewhere for the month, beside what was measured here and never in it. */
export function OtherChannelsSection(props: {
  month: IndicatorMonth;
  channels: ChannelMonth;
  /** When this was read. */
  asOf: number;
  methods: readonly MethodUse[];
}) {
  const t = useT();
  const { month, channels } = props;
  const line = {
    asOf: { kind: "read", at: props.asOf } as const,
    first: month.month,
    last: month.month,
    methods: usesOf(props.methods, month.month),
  };
  const { ending, within } = channels;
  return (
    <section className="mt-12 print:mt-6">
      <h2 className="text-2xl print:text-base">{t("channels.sectionHeading")}</h2>
      <p className="mt-2 max-w-prose text-soft print:text-sm">{t("channels.sectionLead")}</p>
      {ending.length === 0 ? (
        <p className="mt-4">{t("channels.sectionEmpty")}</p>
      ) : (
        <EndingTable sales={ending} />
      )}
      {within.length === 0 ? null : <WithinList sales={within} />}
      <p className="no-print mt-4 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.newChannelSale({ month: month.month })}>
          {t("channels.add")}
        </a>
        <a className="button button-quiet" href={paths.otherChannels()}>
          {t("channels.sectionAll")}
        </a>
      </p>
      {RETAIL_KINDS.filter((kind) => ending.some((sale) => sale.kind === kind)).map((kind) => (
        <BesideTable key={kind} beside={besideOf(kind, month, ending)} />
      ))}
      {ending.length === 0 ? null : <SourceLine of="channels" {...line} />}
    </section>
  );
}

function EndingTable({ sales }: { sales: readonly ChannelSale[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const decimals = decimalsOf(sales.map((sale) => sale.amountVnd));
  return (
    <ScrollRegion label={t("channels.sectionScroll")}>
      <table className="table mt-3 text-sm">
        <thead>
          <tr>
            <th scope="col">{t("channels.columnChannel")}</th>
            <th scope="col" className="amount">
              {t("channels.columnAmount")}
            </th>
            <th scope="col">{t("channels.columnKind")}</th>
            <th scope="col">{t("channels.columnGrade")}</th>
            <th scope="col">{t("channels.columnSource")}</th>
          </tr>
        </thead>
        <tbody>
          {sales.map((sale) => (
            <tr key={sale.id}>
              <th scope="row" className="min-w-36">
                <a className="underline" href={paths.channelSale(sale.recordId)}>
                  {channelName(t, sale, mark)}
                </a>
                {isOneMonth(sale) ? null : (
                  <span className="block font-normal">
                    <span className="num">{spanText(t, sale)}</span>:{" "}
                    {t("channels.sectionSpan", { count: monthsOf(sale).length })}
                  </span>
                )}
              </th>
              <td className="amount font-semibold">
                {formatBillions(sale.amountVnd, language, decimals)}
              </td>
              <td className="min-w-28">{t(`channels.kind_${sale.kind}`)}</td>
              <td className="whitespace-nowrap">{t(`channels.grade_${sale.grade}`)}</td>
              <td className="min-w-48">
                {t(`channels.method_${sale.method}`)}
                <span className="block">
                  {mark(sale.source)} {sale.isSample ? <SampleBadge /> : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function WithinList({ sales }: { sales: readonly ChannelSale[] }) {
  const t = useT();
  const mark = useMark();
  return (
    <>
      <p className="mt-4">{t("channels.sectionWithin")}</p>
      <ul className="list-disc pl-5">
        {sales.map((sale) => (
          <li key={sale.id}>
            <a className="underline" href={paths.indicator({ month: sale.lastMonth })}>
              {t("channels.sectionWithinItem", {
                channel: channelName(t, sale, mark),
                span: spanText(t, sale),
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Both over the same denominator, each on a line of its own; their sum only for who asks, and as an estimate. */
function BesideTable({ beside }: { beside: Beside }) {
  const t = useT();
  const { kind, measured, compiled, worstGrade } = beside;
  return (
    <div className="mt-8 break-inside-avoid">
      <ScrollRegion label={t("channels.besideScroll")}>
        <table className="table text-sm">
          <caption className="text-left font-semibold">
            {t("channels.besideCaption", { kind: t(`channels.kind_${kind}`) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("channels.besideFrom")}</th>
              <th scope="col" className="amount">
                {t("channels.besideValue")}
              </th>
              <th scope="col" className="amount min-w-48 whitespace-normal">
                {t("channels.besideShare", { kind: t(`statistics.kind_${kind}`) })}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className="min-w-40">
                {t("channels.besideMeasured")}
              </th>
              <PartCells part={measured} />
            </tr>
            <tr>
              <th scope="row" className="min-w-40">
                {t("channels.besideCompiled")}
                {worstGrade ? (
                  <span className="block font-normal text-soft">
                    {t("channels.besideGrade", { grade: t(`channels.grade_${worstGrade}`) })}
                  </span>
                ) : null}
              </th>
              {compiled ? (
                <PartCells part={compiled} />
              ) : (
                <td colSpan={2} className="text-soft">
                  {t("channels.besideCompiledNone")}
                </td>
              )}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      <SumOnDemand beside={beside} />
    </div>
  );
}

function PartCells({ part }: { part: Beside["measured"] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <td className="amount">{formatVnd(part.amountVnd, language)}</td>
      <td className="amount">{shareText(t, part.share, language)}</td>
    </>
  );
}

function SumOnDemand({ beside }: { beside: Beside }) {
  const t = useT();
  const language = useLanguage();
  const { sum, worstGrade, kind } = beside;
  if (!sum || !worstGrade) return null;
  return (
    <details className="no-print mt-3">
      <summary className="min-h-12 cursor-pointer py-3 underline">{t("channels.sumShow")}</summary>
      <p className="num max-w-prose font-semibold">
        {t(sum.share ? "channels.sumText" : "channels.sumTextNoShare", {
          amount: formatVnd(sum.amountVnd, language),
          share: shareText(t, sum.share, language),
          kind: t(`statistics.kind_${kind}`),
          grade: t(`channels.grade_${worstGrade}`),
        })}
      </p>
      <p className="max-w-prose text-soft">{t("channels.sumNote")}</p>
    </details>
  );
}

function shareText(t: Translate, share: Ratio | null, language: Language): string {
  return share ? formatPercent(share, SHARE_DECIMALS, language) : t("statistics.notYet");
}
