import type { ReactNode } from "react";
import type { DutyTerm } from "~/domain/compliance/duty-words";
import type { Confidence } from "~/domain/compliance/request-words";
import type { RequestTerm } from "~/domain/compliance/types";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { TermText } from "./term-facts";

/** Terms as they stand in their tables: of what, how long, since when, by which source, and how sure we are. */
export function TermsTable(props: { terms: readonly RequestTerm[]; duties: readonly DutyTerm[] }) {
  const t = useT();
  return (
    <ScrollRegion label={t("compliance.termsTitle")} stacks>
      <table className="table table-stacks">
        <caption className="sr-only">{t("compliance.termsTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance.termOf")}</th>
            <th scope="col">{t("compliance.termSpan")}</th>
            <th scope="col">{t("compliance.termSince")}</th>
            <th scope="col">{t("compliance.termBy")}</th>
          </tr>
        </thead>
        <tbody>
          {props.terms.map((term) => (
            <Row key={term.id} of={term} title={t(`compliance.kind_${term.kind}`)}>
              <TermText term={term} />
            </Row>
          ))}
          {props.duties.map((term) => (
            <Row key={term.id} of={term} title={t(`compliance.duty_${term.duty}`)}>
              <p className="font-semibold">
                {t(`compliance.dutyText_${term.duty}`, {
                  span: t(`compliance.span_${term.unit}`, { count: term.count }),
                })}
              </p>
            </Row>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row(props: {
  of: { effectiveOn: string; source: string; confidence: Confidence };
  title: string;
  children: ReactNode;
}) {
  const t = useT();
  const mark = useMark();
  const { effectiveOn, source, confidence } = props.of;
  return (
    <tr>
      <th scope="row" className="font-normal">
        {props.title}
      </th>
      <td data-label={t("compliance.termSpan")}>{props.children}</td>
      <td data-label={t("compliance.termSince")} className="num">
        {formatDate(effectiveOn)}
      </td>
      <td data-label={t("compliance.termBy")}>
        <span className="wrap-anywhere">{mark(source, "vi")}</span>
        <span className="block text-sm text-soft">{t(`compliance.confidence_${confidence}`)}</span>
      </td>
    </tr>
  );
}
