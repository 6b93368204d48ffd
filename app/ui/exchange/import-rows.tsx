import { shownFilters, type RowFilter } from "~/domain/exchange/row-filter";
import type {
  ImportRowView,
  RowChange,
  RowFault,
  TableColumn,
} from "~/domain/exchange/table-columns";
import { wordOf, type TableWords } from "~/domain/exchange/table-words";
import { formatInteger, formatVnd, vnd } from "~/platform/money";
import { StatusFilter } from "~/ui/department/status-filter";
import { useMark } from "~/ui/in-language";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { ImportView } from "./import-state";

type List = { rows: ImportRowView[]; page: number; pageCount: number };

/** What each row of a table would do, or why it does nothing. */
export function ImportRows(props: {
  table: ImportView;
  show: RowFilter;
  list: List;
  words: TableWords;
}) {
  const t = useT();
  const language = useLanguage();
  const { table, show, list, words } = props;
  const hrefOf = (filter: RowFilter, page?: number) =>
    `${paths.productImport(table.id, { show: filter, page })}#rows`;
  const options = shownFilters(table).map(({ filter, count }) => ({
    href: hrefOf(filter),
    text: `${t(`exchange.count_${filter}`)}: ${formatInteger(count, language)}`,
    isCurrent: filter === show,
  }));
  if (options.length === 0) return null;
  return (
    <section id="rows" className="mt-6 scroll-mt-4">
      <StatusFilter options={options} />
      {list.rows.length === 0 ? (
        <p className="mt-4 text-soft">{t("exchange.rowsEmpty")}</p>
      ) : (
        <ul className="mt-4 border-t border-line">
          {list.rows.map((row) => (
            <Row key={row.position} row={row} words={words} />
          ))}
        </ul>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => hrefOf(show, page)}
      />
    </section>
  );
}

function Row({ row, words }: { row: ImportRowView; words: TableWords }) {
  const t = useT();
  const mark = useMark();
  const { lineNumber, plan } = row;
  return (
    <li className="border-b border-line py-4">
      <p>
        <span className="num text-soft">
          {lineNumber === null
            ? t("exchange.lineAbsent")
            : t("exchange.line", { line: lineNumber })}
        </span>
        {plan.name === "" ? null : (
          <span className="font-semibold wrap-anywhere"> · {mark(plan.name, "vi")}</span>
        )}
      </p>
      {plan.faults.length === 0 ? null : (
        <dl>
          {plan.faults.map((fault) => (
            <Fault key={fault.column} fault={fault} words={words} />
          ))}
        </dl>
      )}
      {plan.changes.length === 0 ? null : (
        <dl>
          {plan.changes.map((change) => (
            <Change key={change.column} change={change} words={words} />
          ))}
        </dl>
      )}
    </li>
  );
}

const SHOWN_LENGTH = 200;

function Fault({ fault, words }: { fault: RowFault; words: TableWords }) {
  const t = useT();
  const mark = useMark();
  const { column, code, detail, read } = fault;
  return (
    <div className="mt-2">
      <dt className="font-semibold">{words.head[column]}</dt>
      <dd>
        <span className="block wrap-anywhere text-soft">
          {read.trim() === ""
            ? t("exchange.readEmpty")
            : t("exchange.read", { text: mark(shorten(wordOf(words, column, read))) })}
        </span>
        <span className="block text-persimmon">{errorText(t, code, detail)}</span>
      </dd>
    </div>
  );
}

function Change({ change, words }: { change: RowChange; words: TableWords }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { column, before, after } = change;
  const textOf = (text: string) => {
    if (text === "") return t("exchange.none");
    if (column === "priceVnd") return formatVnd(vnd(Number(text)), language);
    return mark(shorten(wordOf(words, column, text)), languageOf(column));
  };
  return (
    <div className="mt-1">
      <dt className="inline text-soft">{words.head[column]}: </dt>
      <dd className="inline wrap-anywhere">
        {before === "" ? null : (
          <>
            <span className="sr-only">{t("exchange.changeFrom")} </span>
            <s className="text-soft no-underline">{textOf(before)}</s>
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> {t("exchange.changeTo")} </span>
          </>
        )}
        <strong>{textOf(after)}</strong>
        {change.isDoubtful ? (
          <span className="block font-medium text-persimmon">{t("exchange.doubtful")}</span>
        ) : null}
      </dd>
    </div>
  );
}

/** What a household writes is Vietnamese; words of the catalogue are the reader's. */
function languageOf(column: TableColumn): "vi" | undefined {
  return column === "name" || column === "description" || column === "packLabel" ? "vi" : undefined;
}

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
