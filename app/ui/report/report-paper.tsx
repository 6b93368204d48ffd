import type { ReportData } from "./report-data";
import { ReportHead, ReportSignatures } from "./report-frame";
import { ReportFindings, ReportNotes, ReportOthers } from "./report-text";
import { ReportTable } from "./report-table";

/** One A4 sheet in letters of 13 points, in the shape of an administrative report (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function ReportPaper({ report }: { report: ReportData }) {
  const { edition, months, province } = report;
  return (
    <article className="report" lang="vi">
      <ReportHead
        province={province}
        month={edition.month}
        isPublished={edition.publishedAt !== null}
      />
      <ReportFindings report={report} />
      <ReportTable months={months} />
      <ReportOthers report={report} />
      <ReportNotes report={report} />
      <ReportSignatures province={province} />
    </article>
  );
}
