import { formatMonth, type Month } from "~/platform/period";
import { useT } from "~/ui/site";

/** Who reports, under which state, number and day; then what it is about. Number and day are written by hand. */
export function ReportHead(props: { province: string; month: Month; isPublished: boolean }) {
  const t = useT();
  const { province, month, isPublished } = props;
  const place = province.replace(/^(Tỉnh|Thành phố) /u, "");
  return (
    <header>
      <div className="report-two">
        <div>
          <p className="uppercase">{t("report.committee", { province })}</p>
          <p className="uppercase">
            <strong className="report-ruled">{t("report.agency")}</strong>
          </p>
          <p className="report-gap">{t("report.number")}</p>
        </div>
        <div>
          <p className="uppercase">
            <strong>{t("report.state")}</strong>
          </p>
          <p>
            <strong className="report-ruled-whole">{t("report.motto")}</strong>
          </p>
          <p className="report-gap">
            <em>{t("report.placeAndDay", { place })}</em>
          </p>
          {isPublished ? null : <p className="report-mark">{t("report.unpublished")}</p>}
        </div>
      </div>
      <h2>
        <span className="block uppercase">{t("report.title")}</span>
        <span className="report-ruled block">
          {t("report.about", { month: formatMonth(month) })}
        </span>
      </h2>
    </header>
  );
}

/** Who gets it, and room for two signatures. */
export function ReportSignatures({ province }: { province: string }) {
  const t = useT();
  return (
    <footer className="report-signatures">
      <div className="report-receivers">
        <p>
          <strong>
            <em>{t("report.receivers")}</em>
          </strong>
        </p>
        <p>- {t("report.receiverCommittee", { province: inSentence(province) })};</p>
        <p>- {t("report.receiverMinistry")};</p>
        <p>- {t("report.receiverStatistics")};</p>
        <p>- {t("report.receiverFile")}.</p>
      </div>
      <div>
        <p className="uppercase">
          <strong>{t("report.maker")}</strong>
        </p>
        <p>
          <em>{t("report.makerSigns")}</em>
        </p>
      </div>
      <div>
        <p className="uppercase">
          <strong>{t("report.director")}</strong>
        </p>
        <p>
          <em>{t("report.directorSigns")}</em>
        </p>
      </div>
    </footer>
  );
}

/** `tỉnh Tuyên Quang`. */
function inSentence(province: string): string {
  return province.slice(0, 1).toLowerCase() + province.slice(1);
}
