import {
  CERTIFICATE_FILTERS,
  type CertificateFilter,
} from "~/domain/certificates/certificate-filter";
import type { DeskCertificate } from "~/domain/certificates/types";
import { daysLeft } from "~/domain/certificates/validity";
import { localDateOf, type LocalDate } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { StatusFilter } from "~/ui/department/status-filter";
import { useMark } from "~/ui/in-language";
import { LocalDay, LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { CertificateMark } from "./certificate-mark";
import { CertificateStars } from "./certificate-stars";
import { CertificateReason } from "./certificate-reason";

/** What the department's list is narrowed to; what was typed stays. */
export function CertificateFilters(props: { filter: CertificateFilter; text: string }) {
  const t = useT();
  const { filter, text } = props;
  const q = text === "" ? undefined : text;
  return (
    <>
      <StatusFilter
        options={CERTIFICATE_FILTERS.map((one) => ({
          href: paths.departmentCertificates({ state: one, q }),
          text: t(`certificates.filter_${one}`),
          isCurrent: one === filter,
        }))}
      />
      <form
        method="get"
        action={paths.departmentCertificates()}
        className="my-3 flex flex-wrap gap-2"
      >
        <input type="hidden" name="state" value={filter} />
        <label className="min-w-[min(16rem,100%)] flex-1">
          <span className="font-semibold">{t("certificates.deskFind")}</span>
          <input type="search" name="q" defaultValue={text} maxLength={100} className="mt-1" />
        </label>
        <button className="button button-quiet self-end">{t("certificates.deskFindSubmit")}</button>
      </form>
    </>
  );
}

/** Certificates as rows that lead to each. */
export function CertificateRows(props: {
  certificates: readonly DeskCertificate[];
  today: LocalDate;
}) {
  return (
    <ul className="mt-2 border-t border-line">
      {props.certificates.map((one) => (
        <CertificateRow key={one.id} one={one} today={props.today} />
      ))}
    </ul>
  );
}

function CertificateRow({ one, today }: { one: DeskCertificate; today: LocalDate }) {
  const t = useT();
  const mark = useMark();
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-60 text-lg">
          <a
            className="inline-flex min-h-12 items-center wrap-anywhere"
            href={paths.departmentCertificate(one.id)}
          >
            {mark(one.decisionNumber, "vi")}
          </a>{" "}
          <CertificateStars one={one} />
          {one.isSample ? <SampleMark /> : null}
        </h2>
        <CertificateMark one={one} />
      </div>
      <p>
        {mark(one.household.name, "vi")}, {mark(one.household.communeName, "vi")} ·{" "}
        {one.productNames.map((name) => mark(name, "vi")).join(", ")}
      </p>
      <p className="text-soft">
        {one.state === "sent" && one.sentAt !== null ? (
          <>
            <LocalTime instant={one.sentAt} />
            {" · "}
            {t("certificates.waited", { count: daysLeft(today, localDateOf(one.sentAt)) })}
          </>
        ) : (
          <>
            {mark(one.issuerName, "vi")} · {t("certificates.validUntil")}{" "}
            <LocalDay date={one.expiresOn} />
          </>
        )}
      </p>
      <CertificateReason one={one} />
    </li>
  );
}
