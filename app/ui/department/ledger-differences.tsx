import type { LedgerDifference } from "~/domain/settlement/types";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** What does not agree with what, line by line; nothing when all agrees. */
export function LedgerDifferences({ differences }: { differences: readonly LedgerDifference[] }) {
  const t = useT();
  const language = useLanguage();
  if (differences.length === 0) return null;
  return (
    <ScrollRegion label={t("department.ledgerScroll")}>
      <table className="table mt-2 text-sm">
        <caption className="text-left font-semibold">{t("department.ledgerListHeading")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("department.columnCheck")}</th>
            <th scope="col">{t("department.columnSubject")}</th>
            <th scope="col" className="amount">
              {t("department.columnExpected")}
            </th>
            <th scope="col" className="amount">
              {t("department.columnActual")}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={`${difference.name} ${difference.subjectId}`}>
              <th scope="row" className="font-medium">
                {t(`department.ledger_${difference.name}_text`)}
              </th>
              <td className="break-all">{difference.subjectId}</td>
              <td className="amount">
                <Money amountVnd={difference.expectedVnd} language={language} />
              </td>
              <td className="amount">
                <Money amountVnd={difference.actualVnd} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
