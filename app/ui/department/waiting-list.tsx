import type { ReactNode } from "react";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatMonth } from "~/platform/period";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

export type Waiting = {
  householdCount: number;
  productCount: number;
  postCount: number;
  profileCount: number;
  certificateCount: number;
  /** Certificates that end within 180 days and are followed by nothing. */
  endingCertificateCount: number;
  suspenseCount: number;
  /** Buyers who say that they have paid what does not show. */
  claimCount: number;
  refundsDueVnd: number;
  /** What the newest reconciliation found and nobody has written a note to. */
  differenceCount: number;
  /** Money to be sent that waits for a second person, and that waits to be sent. */
  preparedCount: number;
  approvedCount: number;
  undeliverableCount: number;
  /** Cases of the reader with news, and demands that buyers wrote and nobody has called back about. */
  caseNewsCount: number;
  askedDemandCount: number;
  /** Kinds of produce of which too much may come, and nobody has taken them on. */
  glutCount: number;
  untoldRecallCount: number;
  /** Months that are over and not closed, or closed and not public. */
  periodCount: number;
  /** Hours that the public was told, and that went by without a publication. */
  missedReleaseCount: number;
  /** Requests of authorities and people that are overdue or due within eight hours. */
  pressingRequestCount: number;
  /** Households that were told that they will be suspended. */
  announcedSuspensionCount: number;
};

/** What somebody has to act on, each line the way to it. */
export function WaitingList({ month, waiting }: { month: IndicatorMonth; waiting: Waiting }) {
  const t = useT();
  const language = useLanguage();
  const count = (value: number) => (value === 0 ? null : formatInteger(value, language));
  return (
    <section>
      <h2 className="text-xl">{t("department.waitsHeading")}</h2>
      <ul className="mt-3 border-t border-line">
        <UrgentLines waiting={waiting} />
        <Line href={`${paths.approvals()}#households`} value={count(waiting.householdCount)}>
          {t("department.waitsHouseholds")}
        </Line>
        <Line href={`${paths.approvals()}#products`} value={count(waiting.productCount)}>
          {t("department.waitsProducts")}
        </Line>
        <Line href={`${paths.approvals()}#profiles`} value={count(waiting.profileCount)}>
          {t("department.waitsProfiles")}
        </Line>
        <CertificateLines waiting={waiting} />
        <Line href={paths.departmentReviews()} value={count(waiting.postCount)}>
          {t("reviews.waitsPosts")}
        </Line>
        <Line
          href={paths.bankTransactions({ status: "suspense" })}
          value={count(waiting.suspenseCount)}
        >
          {t("department.waitsSuspense")}
        </Line>
        <Line href={paths.reconciliation()} value={count(waiting.differenceCount)}>
          {t("reconciliation.waits")}
        </Line>
        <Line href={paths.transferClaims()} value={count(waiting.claimCount)}>
          {t("claims.deskTitle")}
        </Line>
        <Line
          href={paths.refunds()}
          value={waiting.refundsDueVnd === 0 ? null : formatVnd(waiting.refundsDueVnd, language)}
        >
          {t("department.waitsRefunds")}
        </Line>
        <Line
          href={paths.disbursements({ status: "prepared" })}
          value={count(waiting.preparedCount)}
        >
          {t("money.waitsDisbursements")}
        </Line>
        <Line
          href={paths.disbursements({ status: "approved" })}
          value={count(waiting.approvedCount)}
        >
          {t("money.waitsToSend")}
        </Line>
        <SupplyLines waiting={waiting} />
        <Line href={paths.departmentNotices()} value={count(waiting.undeliverableCount)}>
          {t("notices.waitsUndeliverable")}
        </Line>
        <FigureLines month={month} periodCount={waiting.periodCount} />
      </ul>
    </section>
  );
}

/** First, and only when there are such: somebody may be eating it, or was told an hour that went by. */
function UrgentLines({ waiting }: { waiting: Waiting }) {
  const t = useT();
  const language = useLanguage();
  const { untoldRecallCount, missedReleaseCount, pressingRequestCount } = waiting;
  const { announcedSuspensionCount } = waiting;
  return (
    <>
      {pressingRequestCount === 0 ? null : (
        <Line href={paths.compliance()} value={formatInteger(pressingRequestCount, language)}>
          {t("compliance.waitsDesk")}
        </Line>
      )}
      {announcedSuspensionCount === 0 ? null : (
        <Line
          href={`${paths.compliance()}#suspensions`}
          value={formatInteger(announcedSuspensionCount, language)}
        >
          {t("suspension.waitsDesk")}
        </Line>
      )}
      {untoldRecallCount === 0 ? null : (
        <Line
          href={`${paths.departmentLots()}#recalls`}
          value={formatInteger(untoldRecallCount, language)}
        >
          {t("lots.waitsUntold")}
        </Line>
      )}
      {missedReleaseCount === 0 ? null : (
        <Line href={paths.releaseCalendar()} value={formatInteger(missedReleaseCount, language)}>
          {t("releases.waitsDesk")}
        </Line>
      )}
    </>
  );
}

function FigureLines({ month, periodCount }: { month: IndicatorMonth; periodCount: number }) {
  const t = useT();
  const language = useLanguage();
  const count = (value: number) => (value === 0 ? null : formatInteger(value, language));
  const { goods, goods_services: all } = month.retailTotals;
  const missingCount = [goods, all].filter((total) => total === null).length;
  return (
    <>
      <Line href={paths.retailTotals({ month: month.month })} value={count(missingCount)}>
        {t("department.waitsRetailTotals", { month: formatMonth(month.month) })}
      </Line>
      <Line href={paths.periods()} value={count(periodCount)}>
        {t("periods.waitsDesk")}
      </Line>
    </>
  );
}

function CertificateLines({ waiting }: { waiting: Waiting }) {
  const t = useT();
  const language = useLanguage();
  const count = (value: number) => (value === 0 ? null : formatInteger(value, language));
  return (
    <>
      <Line href={paths.departmentCertificates()} value={count(waiting.certificateCount)}>
        {t("certificates.waitsDesk")}
      </Line>
      <Line
        href={paths.departmentCertificates({ state: "within_180" })}
        value={count(waiting.endingCertificateCount)}
      >
        {t("certificates.endingDesk")}
      </Line>
    </>
  );
}

function SupplyLines({ waiting }: { waiting: Waiting }) {
  const t = useT();
  const language = useLanguage();
  const count = (value: number) => (value === 0 ? null : formatInteger(value, language));
  return (
    <>
      <Line href={paths.supplyBoard()} value={count(waiting.glutCount)}>
        {t("supply.waitsGluts")}
      </Line>
      <Line href={paths.supplyCases({ show: "news" })} value={count(waiting.caseNewsCount)}>
        {t("supply.waitsNews")}
      </Line>
      <Line href={`${paths.demands()}#asked`} value={count(waiting.askedDemandCount)}>
        {t("supply.waitsAsked")}
      </Line>
    </>
  );
}

/** `value` null: nothing waits. */
function Line(props: { href: string; value: string | null; children: ReactNode }) {
  const t = useT();
  return (
    <li className="border-b border-line">
      <a
        href={props.href}
        className="flex min-h-14 items-center justify-between gap-4 py-2 text-ink no-underline hover:underline"
      >
        <span>{props.children}</span>
        {props.value === null ? (
          <span className="shrink-0 text-soft">{t("department.waitsNothing")}</span>
        ) : (
          <span className="num shrink-0 rounded-full bg-persimmon-tint px-3 py-1 font-semibold text-persimmon">
            {props.value}
          </span>
        )}
      </a>
    </li>
  );
}
