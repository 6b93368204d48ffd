import { formatMonth } from "~/platform/period";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import type { ReportData } from "./report-data";
import { ReportHead, ReportSignatures } from "./report-frame";
import { ReportFindings, ReportNotes, ReportOthers } from "./report-text";
import { ReportTable } from "./report-table";

/** One A4 sheet, in the shape of an administrative report (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function ReportPaper({ report }: { report: ReportData }) {
  const t = useT();
  const { edition, months, province } = report;
  const { month, edition: number } = edition;
  const first = formatMonth(months[0]?.month ?? month);
  return (
    <article className="report" lang="vi">
      {edition.publishedAt === null ? (
        <p className="report-mark">{t("report.unpublished")}</p>
      ) : null}
      <ReportHead province={province} month={month} />
      <ReportFindings report={report} />
      <ReportTable months={months} />
      <figure>
        <figcaption>{t("report.chartTitle")}</figcaption>
        <img
          src={paths.editionReportChart(month, number)}
          alt={t("statistics.shareChartAlt", { first, last: formatMonth(month) })}
          width={640}
          height={105}
        />
      </figure>
      <ReportOthers report={report} />
      <ReportNotes report={report} />
      <ReportSignatures province={province} />
    </article>
  );
}
