import type { BoughtPage } from "~/domain/payments/types-buyer";
import { formatVnd } from "~/platform/money";
import { useBilingual } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Pagination } from "~/ui/primitives/pagination";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What the signed-in person bought, one a row. */
export function BoughtList({ bought: { bought, page, pageCount } }: { bought: BoughtPage }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  if (bought.length === 0) return <p className="mt-4 text-lg">{t("orders.boughtNone")}</p>;
  return (
    <section className="mb-8" aria-labelledby="bought">
      <h2 id="bought" className="mt-4 text-xl">
        {t("orders.bought")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {bought.map((one) => (
          <li key={one.code} className="border-b border-line">
            <a
              href={paths.order(language, one.code, one.key)}
              className="block min-h-12 py-3 text-ink no-underline hover:underline"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <strong className="num">{one.code}</strong>
                <span>{t(`orders.stage_${one.stage}`)}</span>
              </span>
              <span className="block">
                {bilingual(one.productName, one.productNameEn)}
                {one.lineCount > 1 ? ` ${t("orders.andMore", { count: one.lineCount - 1 })}` : null}
              </span>
              <span className="num block text-sm text-soft">
                {formatVnd(one.dueVnd, language)} · <LocalTime instant={one.placedAt} />
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.orders(language, { page: one })}
      />
    </section>
  );
}
