import type { Vnd } from "~/platform/money";
import { formatInteger } from "~/platform/money";
import { addMonths, formatMonth, type Month } from "~/platform/period";
import { recordsFields, type RecordsQuestion } from "~/domain/statistics/records-question";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { SourceLine } from "./source-line";
import { paths } from "~/web/paths";

type Sums = { soldVnd: Vnd; returnedVnd: Vnd; orderCount: number | null };

/** What the orders below add up to, by the figures that are kept. */
export function RecordsSums(props: { sums: Sums; month: Month; asOf: number }) {
  const t = useT();
  const language = useLanguage();
  const { month, asOf } = props;
  const { soldVnd, returnedVnd, orderCount } = props.sums;
  return (
    <section className="mt-8">
      <h2 className="text-2xl">{t("records.sumsHeading")}</h2>
      <FactList>
        <FactRow term={t("records.sold")}>
          <Money amountVnd={soldVnd} language={language} />
        </FactRow>
        <FactRow term={t("records.returned")}>
          <Money amountVnd={returnedVnd} language={language} />
        </FactRow>
        <FactRow term={t("records.figure")}>
          <strong>
            <Money amountVnd={soldVnd - returnedVnd} language={language} />
          </strong>
        </FactRow>
        {orderCount === null ? null : (
          <FactRow term={t("statistics.columnOrders")}>
            <span className="num">{formatInteger(orderCount, language)}</span>
          </FactRow>
        )}
      </FactList>
      <SourceLine
        of="sales"
        asOf={{ kind: "read", at: asOf }}
        first={month}
        last={month}
        methods={[]}
      />
      <p className="mt-2 max-w-prose text-sm text-soft">{t("records.live")}</p>
    </section>
  );
}

/** The same orders as files: of the month, and of the year that ends with it. */
export function RecordsFiles({ question }: { question: RecordsQuestion }) {
  const t = useT();
  const { month } = question;
  const first = addMonths(month, -11);
  return (
    <section className="no-print mt-10">
      <h2 className="text-2xl">{t("records.filesHeading")}</h2>
      <p className="mt-2 max-w-prose">{t("records.filesText")}</p>
      <p className="mt-3 flex flex-wrap gap-3">
        <a className="button button-quiet" href={paths.recordsCsv(recordsFields(question))}>
          {t("records.fileMonth", { month: formatMonth(month) })}
        </a>
        <a
          className="button button-quiet"
          href={paths.recordsCsv({ ...recordsFields({ ...question, month: first }), last: month })}
        >
          {t("records.fileYear", { first: formatMonth(first), last: formatMonth(month) })}
        </a>
      </p>
    </section>
  );
}
