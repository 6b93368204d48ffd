import type { DatedState, TaxRuleRow, TaxThresholdRow } from "~/domain/settlement/types-tax";
import { formatDate } from "~/platform/period";
import { StatusMark } from "~/ui/households/icon";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { percentText, TAX_MARKS } from "./tax-marks";

type Dated = {
  effectiveOn: string;
  state: DatedState;
  legalBasis: string;
  enteredByName: string | null;
};

/** Every rate that was entered, by class, the latest day first. */
export function TaxRuleTable({ rules }: { rules: readonly TaxRuleRow[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={t("tax.rulesScroll")}>
      <table className="table text-sm">
        <thead>
          <tr>
            <th scope="col">{t("tax.columnClass")}</th>
            <th scope="col" className="amount">
              {t("tax.columnVat")}
            </th>
            <th scope="col" className="amount">
              {t("tax.columnPit")}
            </th>
            <DatedHeads />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">{t(`tax.class_${rule.taxClass}`)}</th>
              <td className="amount">{percentText(rule.vatBps, language)}</td>
              <td className="amount">{percentText(rule.pitBps, language)}</td>
              <DatedCells row={rule} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Every threshold that was entered, the latest day first. */
export function TaxThresholdTable({ thresholds }: { thresholds: readonly TaxThresholdRow[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={t("tax.thresholdsScroll")}>
      <table className="table text-sm">
        <thead>
          <tr>
            <th scope="col" className="amount">
              {t("tax.columnThreshold")}
            </th>
            <DatedHeads />
          </tr>
        </thead>
        <tbody>
          {thresholds.map((row) => (
            <tr key={row.id}>
              <td className="amount">
                <Money amountVnd={row.thresholdVnd} language={language} />
              </td>
              <DatedCells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function DatedHeads() {
  const t = useT();
  return (
    <>
      <th scope="col">{t("tax.columnFrom")}</th>
      <th scope="col">{t("tax.columnState")}</th>
      <th scope="col">{t("tax.columnBasis")}</th>
      <th scope="col">{t("tax.columnEntered")}</th>
    </>
  );
}

function DatedCells({ row }: { row: Dated }) {
  const t = useT();
  return (
    <>
      <td className="num whitespace-nowrap">{formatDate(row.effectiveOn)}</td>
      <td className="whitespace-nowrap">
        <StatusMark {...TAX_MARKS[row.state]} text={t(`tax.state_${row.state}`)} />
      </td>
      <td lang="vi">{row.legalBasis}</td>
      <td>{row.enteredByName ?? t("tax.cameWith")}</td>
    </>
  );
}
