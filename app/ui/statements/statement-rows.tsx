import { readOutcome, type RowFilter } from "~/domain/statements/row-filter";
import type { StatementRowView, StatementView } from "~/domain/statements/types";
import { formatVnd } from "~/platform/money";
import { StatusFilter } from "~/ui/department/status-filter";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { outcomeText } from "./outcome-text";

type List = { rows: StatementRowView[]; page: number; pageCount: number };

/** Rows of the file by what a person wants to see of it. */
export function StatementRows(props: { statement: StatementView; show: RowFilter; list: List }) {
  const t = useT();
  const { statement, show, list } = props;
  const sets = [
    { name: "all", count: 1 },
    { name: "errors", count: statement.errorCount },
    { name: "gaps", count: statement.gapCount },
    { name: "different", count: statement.differentCount },
    { name: "skipped", count: statement.skippedCount },
  ] as const;
  const hrefOf = (one: RowFilter, page?: number) =>
    `${paths.bankStatement(statement.id, { show: one, page })}#rows`;
  const options = sets
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => ({
      href: hrefOf(name),
      text: name === "all" ? t("statements.show_all") : t(`statements.show_${name}`, { count }),
      isCurrent: name === show,
    }));
  const outcome = readOutcome(show);
  const named =
    outcome === null
      ? []
      : [{ href: hrefOf(show), text: outcomeText(t, outcome), isCurrent: true }];
  return (
    <section id="rows" className="mt-10 scroll-mt-4">
      <h2 className="text-xl">{t("statements.rows")}</h2>
      <StatusFilter options={[...options, ...named]} />
      {list.rows.length === 0 ? (
        <p className="mt-4 text-soft">{t("statements.rowsEmpty")}</p>
      ) : (
        <div className="mt-4">
          <ScrollRegion label={t("statements.rowsScroll")}>
            {show === "errors" || show === "skipped" ? (
              <RawRows rows={list.rows} />
            ) : (
              <LineRows rows={list.rows} />
            )}
          </ScrollRegion>
        </div>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => hrefOf(show, page)}
      />
    </section>
  );
}

function RawRows({ rows }: { rows: readonly StatementRowView[] }) {
  const t = useT();
  return (
    <table className="table text-sm">
      <thead>
        <tr>
          <th scope="col" className="amount">
            {t("statements.columnLine")}
          </th>
          <th scope="col">{t("statements.columnFault")}</th>
          <th scope="col">{t("statements.columnRaw")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.lineNumber}>
            <th scope="row" className="amount num">
              {row.lineNumber}
            </th>
            <td className="min-w-56 font-medium">
              {row.errorCode === null
                ? "–"
                : t("statements.faultIn", {
                    column: row.errorColumn ?? "",
                    fault: errorText(t, row.errorCode),
                  })}
            </td>
            <td className="min-w-[min(16rem,100%)] wrap-anywhere">
              {row.rawText === null ? errorText(t, "evidence_key_missing") : row.rawText || "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineRows({ rows }: { rows: readonly StatementRowView[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <table className="table text-sm">
      <thead>
        <tr>
          <th scope="col" className="amount">
            {t("statements.columnLine")}
          </th>
          <th scope="col">{t("statements.columnAt")}</th>
          <th scope="col" className="amount">
            {t("statements.columnAmount")}
          </th>
          <th scope="col">{t("statements.columnResult")}</th>
          <th scope="col">{t("statements.columnContent")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.lineNumber}>
            <th scope="row" className="amount num">
              {row.lineNumber}
            </th>
            <td>{row.occurredAt === null ? "–" : <LocalTime instant={row.occurredAt} />}</td>
            <td className="amount">
              <Money
                amountVnd={(row.amountVnd ?? 0) * (row.direction === "out" ? -1 : 1)}
                language={language}
              />
              {row.gapVnd === null ? null : (
                <span className="block font-medium text-persimmon">
                  {t("statements.gapOf", { amount: formatVnd(row.gapVnd, language) })}
                </span>
              )}
            </td>
            <td className="min-w-44">
              <Outcome row={row} />
            </td>
            <td className="min-w-[min(16rem,100%)] wrap-anywhere">
              {mark(row.content ?? "") || "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ row }: { row: StatementRowView }) {
  const t = useT();
  const { expected, expectedCode, found } = row;
  const outcome = found ?? expected;
  if (outcome === null) return "–";
  return (
    <>
      {outcomeText(t, outcome)}
      {expectedCode === null ? null : (
        <span className="block text-soft">{t("statements.forOrder", { code: expectedCode })}</span>
      )}
      {found === null || expected === null || found === expected ? null : (
        <span className="block font-medium text-persimmon">
          {t("statements.wasExpected", { outcome: outcomeText(t, expected) })}
        </span>
      )}
    </>
  );
}
