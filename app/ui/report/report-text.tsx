import { formatBillions } from "~/domain/statistics/billions";
import { publicMonthOf } from "~/domain/statistics/disclosed-month";
import { figureOf, formatFigure } from "~/domain/statistics/figures";
import { formatRounded, shortenedText } from "~/domain/statistics/monthly-report";
import { RETAIL_KINDS, type RetailKind } from "~/domain/statistics/retail-stages";
import type { IndicatorMonth } from "~/domain/statistics/types";
import type { Revision } from "~/domain/statistics/types-periods";
import { formatDate, formatInstant, formatMonth } from "~/platform/period";
import { channelName, spanText } from "~/ui/department/channel-texts";
import { useSite, useT } from "~/ui/site";
import { chartNote } from "~/ui/statistics/source-line";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { ReportData } from "./report-data";

/** Both shares under their full names, each with the denominator that it is a share of. */
export function ReportFindings({ report }: { report: ReportData }) {
  const t = useT();
  const month = report.months.at(-1);
  if (!month) return null;
  return (
    <>
      <p className="report-body">{t("report.opening", { month: formatMonth(month.month) })}</p>
      {RETAIL_KINDS.map((kind, index) => (
        <p key={kind} className="report-body">
          {index + 1}. {shareText(t, kind, month)}
        </p>
      ))}
    </>
  );
}

function shareText(t: Translate, kind: RetailKind, month: IndicatorMonth): string {
  const code = `share_${kind}` as const;
  const name = t(`statistics.figure_${code}`);
  const share = formatFigure(figureOf(code, month), "vi");
  const total = month.retailTotals[kind];
  if (month.withheld.includes(code)) return t("report.shareWithheld", { name });
  if (share === null || !total) return t("report.shareMissing", { name });
  return t("report.share", {
    name,
    share,
    total: formatBillions(total.amountVnd, "vi"),
    stage: t(`statistics.stage_${total.stage}`),
    date: formatDate(total.publishedOn),
  });
}

const COMMUNES_SHOWN = 3;
const CHANNELS_SHOWN = 2;
const NAME_SHOWN = 40;

/** What was compiled elsewhere, beside and never added; and where most was sold, as far as everybody may know. */
export function ReportOthers({ report }: { report: ReportData }) {
  const t = useT();
  const { channels, communeNames, edition } = report;
  const all = [...channels.ending, ...channels.within].toSorted(
    (a, b) => b.amountVnd - a.amountVnd,
  );
  const others = all.slice(0, CHANNELS_SHOWN).map((sale) =>
    t("report.channel", {
      channel: shortenedText(channelName(t, sale), NAME_SHOWN).text,
      kind: t(`report.channelKind_${sale.kind}`),
      span: spanText(t, sale),
      amount: formatRounded(sale.amountVnd, "billion"),
      grade: t(`channels.grade_${sale.grade}`),
    }),
  );
  const { cells, withheldDimensions } = publicMonthOf(edition.manifest.disclosed);
  const isNothing = cells.length === 0 && withheldDimensions.length === 0;
  const communes = cells
    .flatMap(({ dimension, code, salesVnd }) =>
      dimension === "commune" && salesVnd !== null && salesVnd > 0 ? [{ code, salesVnd }] : [],
    )
    .toSorted((a, b) => b.salesVnd - a.salesVnd)
    .slice(0, COMMUNES_SHOWN)
    .map(
      ({ code, salesVnd }) => `${communeNames[code] ?? code} ${formatRounded(salesVnd, "million")}`,
    );
  return (
    <>
      <p className="report-body">{channelsText()}</p>
      <p className="report-body">{communesText()}</p>
    </>
  );

  function communesText(): string {
    if (communes.length > 0) return t("report.communes", { list: communes.join("; ") });
    return isNothing ? t("report.communesNothing") : t("report.communesNone");
  }

  function channelsText(): string {
    const list = others.join("; ");
    const count = all.length - others.length;
    if (others.length === 0) return t("report.channelsNone");
    return count > 0 ? t("report.channelsMore", { list, count }) : t("report.channels", { list });
  }
}

const HASH_SHOWN = 16;
/** Of a revision's reason: two lines. */
const NOTE_SHOWN = 120;

/** Of a revision why; then source, date, coverage, method, and by which hash all of it can be checked. */
export function ReportNotes({ report }: { report: ReportData }) {
  const t = useT();
  const { isDemo, origin } = useSite();
  const { edition, months, methods } = report;
  const { month, manifest, hash, publishedAt } = edition;
  const { revision, closedAt } = manifest;
  return (
    <div className="report-notes">
      {revision ? <p>{revisionText(revision)}</p> : null}
      {isDemo ? <p>{t("statistics.sampleNote")}</p> : null}
      <p data-source-line="measured">
        {chartNote(t, {
          of: "share",
          asOf:
            publishedAt === null
              ? { kind: "read", at: closedAt }
              : { kind: "published", at: publishedAt },
          first: months[0]?.month ?? month,
          last: month,
          methods,
        }).join(". ")}
        .
      </p>
      <p>
        {t("report.proof", {
          edition: edition.edition,
          closed: formatInstant(closedAt),
          hash: hash.slice(0, HASH_SHOWN),
        })}
      </p>
    </div>
  );

  function revisionText({ causes, note }: Revision): string {
    const { text, isCut } = shortenedText(note, NOTE_SHOWN);
    const said = {
      number: edition.edition - 1,
      causes: causes.map((cause) => t(`periods.cause_${cause}`)).join("; "),
      note: text,
    };
    // Whoever gets the paper reads the public log; what is not public yet, the department alone.
    const path =
      publishedAt === null ? paths.edition(month, edition.edition) : paths.statistics("vi");
    return isCut
      ? t("report.revisionMore", { ...said, address: `${origin}${path}` })
      : t("report.revision", said);
  }
}
