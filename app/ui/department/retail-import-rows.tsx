import { decimalsOf, formatBillions } from "~/domain/statistics/billions";
import type { RetailPlan } from "~/domain/statistics/retail-table";
import { formatMonth } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { errorText } from "~/web/i18n";
import { retailDoubtText } from "./retail-question-notice";

/** Each row of the table with what it would do, in the order of the file. */
export function RetailImportRows({ plans }: { plans: readonly RetailPlan[] }) {
  const t = useT();
  const amounts = plans.flatMap((plan) => (plan.outcome === "wrong" ? [] : [plan.entry.amountVnd]));
  const decimals = decimalsOf(amounts);
  return (
    <ScrollRegion label={t("department.importRowsScroll")}>
      <table className="table mt-3 text-sm">
        <thead>
          <tr>
            <th scope="col">{t("department.importLine")}</th>
            <th scope="col">{t("department.importWhat")}</th>
            <th scope="col">{t("department.columnMonth")}</th>
            <th scope="col" className="amount">
              {t("department.columnAmount")}
            </th>
            <th scope="col">{t("department.columnKind")}</th>
            <th scope="col">{t("department.columnStage")}</th>
            <th scope="col">{t("department.columnPublished")}</th>
            <th scope="col">{t("department.columnSource")}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan, i) =>
            plan.outcome === "wrong" ? (
              <WrongRow key={i} plan={plan} />
            ) : (
              <EntryRow key={i} plan={plan} decimals={decimals} />
            ),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function WrongRow({ plan }: { plan: Extract<RetailPlan, { outcome: "wrong" }> }) {
  const t = useT();
  const mark = useMark();
  return (
    <tr>
      <th scope="row" className="num">
        {plan.lineNumber}
      </th>
      <td colSpan={7}>
        <span className="font-semibold text-persimmon">{t("department.importOutcome_wrong")}</span>
        {plan.faults.map(({ column, code, detail, read }) => (
          <span key={`${column} ${code}`} className="block max-w-prose">
            <span className="font-semibold">{t(`department.importHead_${column}`)}</span>
            {read.trim() === "" ? null : (
              <> {t("department.importRead", { read: mark(read.slice(0, 80)) })}</>
            )}
            : {errorText(t, code, detail)}
          </span>
        ))}
      </td>
    </tr>
  );
}

function EntryRow(props: { plan: Exclude<RetailPlan, { outcome: "wrong" }>; decimals: number }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { plan } = props;
  const { entry, outcome } = plan;
  return (
    <tr className={outcome === "same" ? "text-soft" : ""}>
      <th scope="row" className="num">
        {plan.lineNumber}
      </th>
      <td className="min-w-48">
        <span className={outcome === "question" ? "font-semibold text-persimmon" : ""}>
          {t(`department.importOutcome_${outcome}`)}
        </span>
        {plan.outcome === "question" ? (
          <span className="block">{retailDoubtText(t, plan.question, language)}</span>
        ) : null}
        {plan.isInUse ? null : <span className="block">{t("department.importNotInUse")}</span>}
      </td>
      <td className="num whitespace-nowrap">{formatMonth(entry.month)}</td>
      <td className="amount font-semibold">
        {formatBillions(entry.amountVnd, language, props.decimals)}
      </td>
      <td className="min-w-48">{t(`statistics.kind_${entry.kind}`)}</td>
      <td className="whitespace-nowrap">{t(`statistics.stage_${entry.stage}`)}</td>
      <td>
        <LocalDay date={entry.publishedOn} />
      </td>
      <td className="min-w-48">{mark(entry.source)}</td>
    </tr>
  );
}
