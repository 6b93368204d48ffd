import type { TaxChangeRow, TaxRuleRow, TaxThresholdRow } from "~/domain/settlement/types-tax";
import type { ReactNode } from "react";
import { formatVnd } from "~/platform/money";
import { formatDate } from "~/platform/period";
import { StatusMark } from "~/ui/households/icon";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { TaxChangeMoves } from "./tax-change-moves";
import { percentText, TAX_MARKS } from "./tax-marks";

/** Every rate that was entered, by class, the latest day first. */
export function TaxRuleTable(props: { rules: readonly TaxRuleRow[]; userId: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={t("tax.rulesScroll")} stacks>
      <table className="table table-stacks text-sm">
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
          {props.rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row" className="min-w-48">
                {t(`tax.class_${rule.taxClass}`)}
              </th>
              <td data-label={t("tax.columnVat")} className="amount">
                {percentText(rule.vatBps, language)}
              </td>
              <td data-label={t("tax.columnPit")} className="amount">
                {percentText(rule.pitBps, language)}
              </td>
              <DatedCells row={rule}>
                <TaxChangeMoves
                  kind="rules"
                  change={rule}
                  userId={props.userId}
                  what={`${t(`tax.class_${rule.taxClass}`)}, ${formatDate(rule.effectiveOn)}`}
                />
              </DatedCells>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Every threshold that was entered, the latest day first. */
export function TaxThresholdTable(props: {
  thresholds: readonly TaxThresholdRow[];
  userId: string;
}) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={t("tax.thresholdsScroll")} stacks>
      <table className="table table-stacks text-sm">
        <thead>
          <tr>
            <th scope="col" className="amount">
              {t("tax.columnThreshold")}
            </th>
            <DatedHeads />
          </tr>
        </thead>
        <tbody>
          {props.thresholds.map((row) => (
            <tr key={row.id}>
              <td data-label={t("tax.columnThreshold")} className="amount">
                <Money amountVnd={row.thresholdVnd} language={language} />
              </td>
              <DatedCells row={row}>
                <TaxChangeMoves
                  kind="thresholds"
                  change={row}
                  userId={props.userId}
                  what={`${formatVnd(row.thresholdVnd, language)}, ${formatDate(row.effectiveOn)}`}
                />
              </DatedCells>
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

function DatedCells({
  row,
  children,
}: {
  row: TaxChangeRow & { legalBasis: string };
  children: ReactNode;
}) {
  const t = useT();
  return (
    <>
      <td data-label={t("tax.columnFrom")} className="num whitespace-nowrap">
        {formatDate(row.effectiveOn)}
      </td>
      <td data-label={t("tax.columnState")} className="whitespace-nowrap">
        <StatusMark {...TAX_MARKS[row.state]} text={t(`tax.state_${row.state}`)} />
        {children}
      </td>
      <td data-label={t("tax.columnBasis")} className="min-w-48">
        <span lang="vi">{row.legalBasis}</span>
      </td>
      <td data-label={t("tax.columnEntered")} className="min-w-36">
        {row.enteredByName ?? t("tax.cameWith")}
        {row.agreedByName === null ? null : (
          <span className="block">{t("tax.agreedBy", { name: row.agreedByName })}</span>
        )}
      </td>
    </>
  );
}
