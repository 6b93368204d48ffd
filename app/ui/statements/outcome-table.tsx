import type { StatementView } from "~/domain/statements/types";
import { Money } from "~/ui/primitives/money";
import { formatInteger } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { outcomeText } from "./outcome-text";

/** How many lines are, or would be, what, and the sums of them; each leads to its lines. */
export function OutcomeTable({ statement }: { statement: StatementView }) {
  const t = useT();
  const language = useLanguage();
  const { id, outcomes } = statement;
  const sumOf = (of: "lineCount" | "inVnd" | "outVnd") =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0);
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("statements.outcomes")}</h2>
      <ScrollRegion label={t("statements.outcomesScroll")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("statements.columnOutcome")}</th>
              <th scope="col" className="amount">
                {t("statements.columnLines")}
              </th>
              <th scope="col" className="amount">
                {t("statements.columnIn")}
              </th>
              <th scope="col" className="amount">
                {t("statements.columnOut")}
              </th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map(({ outcome, lineCount, inVnd, outVnd }) => (
              <tr key={outcome}>
                <th scope="row" className="min-w-36">
                  <a
                    href={`${paths.bankStatement(id, { show: outcome })}#rows`}
                    className="inline-flex min-h-12 items-center"
                  >
                    {outcomeText(t, outcome)}
                  </a>
                </th>
                <td className="amount num">{formatInteger(lineCount, language)}</td>
                {[inVnd, outVnd].map((amountVnd, column) => (
                  <td key={column} className="amount">
                    {amountVnd === 0 ? "–" : <Money amountVnd={amountVnd} language={language} />}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="font-semibold">
              <th scope="row">{t("statements.total")}</th>
              <td className="amount num">{formatInteger(sumOf("lineCount"), language)}</td>
              <td className="amount">
                <Money amountVnd={sumOf("inVnd")} language={language} />
              </td>
              <td className="amount">
                <Money amountVnd={sumOf("outVnd")} language={language} />
              </td>
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
