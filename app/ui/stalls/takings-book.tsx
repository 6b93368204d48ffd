import type { Taking, TakingsMonth, TakingSums } from "~/domain/stalls/types";
import { formatVnd } from "~/platform/money";
import { addMonths, formatMonth, monthOf, type LocalDate } from "~/platform/period";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { Pagination } from "~/ui/primitives/pagination";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** One month of the household's own book: the sums, then day by day what was written down. */
export function TakingsBook({ book, today }: { book: TakingsMonth; today: LocalDate }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby="takings">
      <h2 id="takings" className="flex items-center gap-3 text-xl">
        <Icon name="list" />
        {t("stalls.monthTitle", { month: formatMonth(book.month) })}
      </h2>
      {book.days.length === 0 ? (
        <p className="mt-3">{t("stalls.empty")}</p>
      ) : (
        <div className="mt-2 text-lg">
          <Sums sums={book} />
        </div>
      )}
      {book.days.map(({ day, takings, ...sums }) => (
        <section key={day} className="mt-5">
          <h3 className="text-lg">
            <LocalDay date={day} />
          </h3>
          {takings.length > 1 ? <Sums sums={sums} /> : null}
          <ul className="mt-1 border-t border-line">
            {takings.map((taking) => (
              <Entry key={taking.id} taking={taking} month={book.month} page={book.page} />
            ))}
          </ul>
        </section>
      ))}
      <Pagination
        page={book.page}
        pageCount={book.pageCount}
        hrefOf={(page) => paths.stall({ ...query, month: book.month, page })}
      />
      <OtherMonths month={book.month} today={today} />
    </section>
  );
}

function Sums({ sums }: { sums: TakingSums }) {
  const t = useT();
  const language = useLanguage();
  return (
    <p>
      <b>
        <Money amountVnd={sums.totalVnd} language={language} />
      </b>
      <span className="text-soft">
        {` (${t("stalls.sums", {
          cash: formatVnd(sums.cash, language),
          transfer: formatVnd(sums.transfer, language),
        })})`}
      </span>
    </p>
  );
}

function Entry(props: { taking: Taking; month: string; page: number }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { query } = useDesk();
  const { taking, month } = props;
  const page = props.page > 1 ? props.page : undefined;
  const amount = formatVnd(taking.amountVnd, language);
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
      <span className="min-w-0 flex-1">
        <span className={`num block font-semibold ${taking.isStruck ? "line-through" : ""}`}>
          {amount}
        </span>
        <span className="text-soft wrap-anywhere">
          {t(`stalls.way_${taking.way}`)}
          {taking.note === "" ? null : <> · {mark(taking.note, "vi")}</>}
        </span>
      </span>
      {taking.isStruck ? (
        <span className="text-soft">{t("stalls.struck")}</span>
      ) : (
        <form method="post" action={paths.stallStrike(taking.id, { ...query, month, page })}>
          <button className="button button-quiet">
            {t("stalls.strike")}
            <span className="sr-only"> {amount}</span>
          </button>
        </form>
      )}
    </li>
  );
}

function OtherMonths({ month, today }: { month: string; today: LocalDate }) {
  const { query } = useDesk();
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <p className="mt-5 flex flex-wrap justify-between gap-3">
      <a className="button button-quiet" rel="prev" href={paths.stall({ ...query, month: before })}>
        ← {formatMonth(before)}
      </a>
      {after <= monthOf(today) ? (
        <a
          className="button button-quiet"
          rel="next"
          href={paths.stall({ ...query, month: after })}
        >
          {formatMonth(after)} →
        </a>
      ) : null}
    </p>
  );
}
