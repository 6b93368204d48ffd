import type { ComplianceRequest } from "~/domain/compliance/types";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { AboutText } from "./about-text";
import { DueMark, InTimeMark } from "./due-mark";

/** The register: what was asked and when, until when or when it was answered, by whom. */
export function RequestTable(props: { requests: readonly ComplianceRequest[]; shownAt: number }) {
  const t = useT();
  const mark = useMark();
  return (
    <ScrollRegion label={t("compliance.title")} stacks>
      <table className="table table-stacks">
        <caption className="sr-only">{t("compliance.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance.columnAsked")}</th>
            <th scope="col">{t("compliance.columnAbout")}</th>
            <th scope="col">{t("compliance.columnReceived")}</th>
            <th scope="col">{t("compliance.columnDue")}</th>
            <th scope="col">{t("compliance.columnHandler")}</th>
          </tr>
        </thead>
        <tbody>
          {props.requests.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="relative font-normal">
                <a
                  className="inline-flex min-h-12 items-center font-semibold underline"
                  href={paths.complianceRequest(one.id)}
                >
                  <span>
                    {t(`compliance.kind_${one.kind}`)}
                    <span className="sr-only">: {mark(one.fromWhom, "vi")}</span>
                  </span>
                </a>
                <p className="text-sm text-soft wrap-anywhere">
                  {mark(one.fromWhom, "vi")}
                  {one.paperNumber === "" ? null : <> · {mark(one.paperNumber, "vi")}</>}
                </p>
              </th>
              <td data-label={t("compliance.columnAbout")}>
                {one.about === null ? t("compliance.aboutNothing") : <AboutText of={one.about} />}
              </td>
              <td data-label={t("compliance.columnReceived")}>
                <LocalTime instant={one.receivedAt} />
              </td>
              <td data-label={t("compliance.columnDue")}>
                <Standing of={one} shownAt={props.shownAt} />
              </td>
              <td data-label={t("compliance.columnHandler")}>{one.handler.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Standing({ of, shownAt }: { of: ComplianceRequest; shownAt: number }) {
  const t = useT();
  if (of.answeredAt !== null && of.result !== null) {
    return (
      <>
        <p className="font-semibold">{t(`compliance.result_${of.result}`)}</p>
        <p>
          <LocalTime instant={of.answeredAt} />
        </p>
        {of.answerBy === null ? null : (
          <InTimeMark answeredAt={of.answeredAt} answerBy={of.answerBy} />
        )}
      </>
    );
  }
  if (of.dueAt === null) return <p className="text-soft">{t("compliance.noClock")}</p>;
  const isToAcknowledge = of.acknowledgedAt === null && of.dueAt === of.acknowledgeBy;
  return (
    <>
      <p>{t(isToAcknowledge ? "compliance.toAcknowledge" : "compliance.toAnswer")}</p>
      <p>
        <LocalTime instant={of.dueAt} />
      </p>
      <DueMark dueAt={of.dueAt} shownAt={shownAt} />
    </>
  );
}
